package dev.countersign.reviews;

import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Picks the tasks that concern somebody most, however many others wait. It only decides what is looked at: whether they
 * may decide is asked of each afterwards.
 */
@Component
class WaitingRows {

    /**
     * First what they hold, then what they are asked for, then what is theirs by department and duty, or by that of
     * somebody who is away, or about systems they know, then what else is free for them, then what others must do.
     */
    private static final String RANKED = """
            WITH led AS (
                SELECT d.key, l.duty FROM registry.department d
                CROSS JOIN LATERAL (VALUES ('DIRECTOR', d.director), ('VP', d.vp)) AS l (duty, leader)
                WHERE l.leader = :person OR EXISTS (
                    SELECT FROM reviews.delegation g
                    WHERE g.delegate = :person AND g.id = reviews.delegation_of(l.leader, d.key, :now))
            ), open AS (
                SELECT t.id, t.subject, coalesce(m.since, c.revision) AS since, c.department, c.systems, c.status_since, h.person_id AS holder,
                       CASE t.element WHEN :review THEN 'REVIEWER' WHEN :sign THEN 'DIRECTOR' WHEN :escalation THEN 'VP' END AS duty,
                       CASE t.element WHEN :review THEN c.status_since + make_interval(secs => :dueAfter) WHEN :sign THEN c.sign_off_due END AS due
                FROM engine.user_task t
                JOIN changes.change c ON c.id = t.subject
                LEFT JOIN changes.material m ON m.change_id = c.id AND m.revision = c.revision
                LEFT JOIN reviews.claim h ON h.task_id = t.id AND NOT reviews.is_away(h.person_id, :now)
                WHERE t.candidate_groups && :groups::text[] AND t.state = 'OPEN' AND t.element IN (:review, :sign, :escalation)
            ), ranked AS (
                SELECT o.id, o.due, CASE
                    WHEN o.holder = :person THEN 0
                    WHEN (o.holder IS NULL OR EXISTS (
                            SELECT FROM reviews.delegation g
                            WHERE g.delegate = o.holder AND g.id = reviews.delegation_of(:person, o.department, :now)))
                     AND (o.duty = 'REVIEWER'
                          OR EXISTS (SELECT FROM led l WHERE l.key = o.department AND l.duty = o.duty))
                     AND NOT EXISTS (SELECT FROM changes.duty d
                                     WHERE d.change_id = o.subject AND d.person_id = :person AND d.duty <> o.duty)
                     AND NOT EXISTS (SELECT FROM reviews.verdict v
                                     WHERE v.change_id = o.subject AND coalesce(v.since, v.revision) = o.since AND v.person_id = :person)
                     AND NOT EXISTS (SELECT FROM open x WHERE x.subject = o.subject AND x.holder = :person)
                    THEN CASE
                        WHEN EXISTS (SELECT FROM reviews.ask a
                                     WHERE a.change_id = o.subject AND a.since = o.status_since AND a.person_id = :person) THEN 1
                        WHEN o.duty <> 'REVIEWER' OR o.systems && :known::text[] THEN 2
                        ELSE 3 END
                    ELSE 4 END AS rank
                FROM open o
            )
            SELECT id FROM ranked WHERE rank <= :furthest ORDER BY rank, due NULLS LAST, id LIMIT :most
            """;

    /** Tasks in the order in which they concern the reader, and the systems that the reader knows. */
    record Ranked(List<Long> tasks, List<String> known) {}

    private static final int THEIRS = 3;
    private static final int OTHERS = 4;

    private final JdbcClient sql;
    private final CandidateRows candidates;
    private final ReviewsProperties properties;
    private final Clock clock;

    WaitingRows(JdbcClient sql, CandidateRows candidates, ReviewsProperties properties, Clock clock) {
        this.sql = sql;
        this.candidates = candidates;
        this.properties = properties;
        this.clock = clock;
    }

    /** What they hold or can take, what is due first. */
    Ranked theirs(Person person, int most) {
        return ranked(person, THEIRS, most);
    }

    /** The same, and then what their roles are asked for and others must do. */
    Ranked all(Person person, int most) {
        return ranked(person, OTHERS, most);
    }

    /** Systems that the reader knows. */
    List<String> known(Person person) {
        return candidates.knownTo(person.id());
    }

    private Ranked ranked(Person person, int furthest, int most) {
        List<String> known = known(person);
        return new Ranked(
                sql.sql(RANKED)
                        .param("review", ChangePlan.REVIEW)
                        .param("sign", ChangePlan.SIGN_OFF)
                        .param("escalation", ChangePlan.ESCALATION)
                        .param(
                                "groups",
                                person.roles().stream().map(Role::realmName).toArray(String[]::new))
                        .param("person", person.id().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("known", known.toArray(String[]::new))
                        .param("dueAfter", properties.dueAfter().toSeconds())
                        .param("furthest", furthest)
                        .param("most", most)
                        .query((row, number) -> row.getLong("id"))
                        .list(),
                known);
    }
}
