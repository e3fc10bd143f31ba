package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duty;
import dev.countersign.identity.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reviewers who are free to sit down at a change, with what the house knows of them. */
@Component
class CandidateRows {

    /** For how long somebody still knows a system of which they wrote or reviewed a change. */
    private static final Duration LATELY = Duration.ofDays(180);

    private static final Duration WEEK = Duration.ofDays(7);

    /** Nobody with another duty there, nobody who spoke, is at work on it or is away: the rules of a seat look again. */
    private static final String FREE = """
        WITH touched AS (
            SELECT k.person_id, array_agg(s.name ORDER BY s.name) AS systems
            FROM reviews.known k JOIN registry.system s ON s.key = k.system
            WHERE k.system = ANY(:systems) AND k.at >= :lately GROUP BY k.person_id
        ), owned AS (
            SELECT owner, coalesce(array_agg(name ORDER BY name) FILTER (WHERE key = ANY(:systems)), '{}') AS systems
            FROM registry.system WHERE key = ANY(:systems) OR department = :department GROUP BY owner
        )
        SELECT p.id, p.name, o.systems AS owns, k.systems AS knows, o.owner IS NOT NULL AS near,
            (SELECT count(*) FROM reviews.claim h JOIN engine.user_task t ON t.id = h.task_id AND t.state = 'OPEN'
             WHERE h.person_id = p.id) AS claims,
            (SELECT count(*) FROM reviews.ask a
             JOIN changes.change c ON c.id = a.change_id AND c.status = 'IN_REVIEW' AND c.status_since = a.since
             WHERE a.person_id = p.id AND a.since >= :lately AND a.change_id <> :change
               AND NOT EXISTS (SELECT FROM reviews.verdict v WHERE v.change_id = a.change_id AND v.person_id = p.id AND v.at >= a.at)
               AND NOT EXISTS (SELECT FROM reviews.claim h WHERE h.change_id = a.change_id AND h.person_id = p.id)) AS asked,
            (SELECT count(*) FROM reviews.verdict v WHERE v.person_id = p.id AND v.at >= :week) AS decided
        FROM identity.person p
        LEFT JOIN touched k ON k.person_id = p.id
        LEFT JOIN owned o ON o.owner = p.id
        WHERE p.roles @> '{REVIEWER}' AND NOT reviews.is_away(p.id, :now)
          AND NOT EXISTS (SELECT FROM changes.duty d
                          WHERE d.change_id = :change AND d.person_id = p.id AND d.duty <> :reviewer)
          AND NOT EXISTS (SELECT FROM reviews.verdict v
                          WHERE v.change_id = :change AND coalesce(v.since, v.revision) = :text AND v.person_id = p.id)
          AND NOT EXISTS (SELECT FROM reviews.claim h JOIN engine.user_task t ON t.id = h.task_id AND t.state = 'OPEN'
                          WHERE h.change_id = :change AND h.person_id = p.id)
        """;

    private final JdbcClient sql;
    private final Clock clock;

    CandidateRows(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Candidate> free(Change change) {
        return free(change.id().value(), change.revision().since(), List.copyOf(change.systems()), change.department());
    }

    /** For a text that is no change yet, so nobody has a duty at it. */
    List<Candidate> free(List<String> systems, String department) {
        return free("", 0, systems, department);
    }

    private List<Candidate> free(String change, int text, List<String> systems, String department) {
        return sql.sql(FREE)
                .param("change", change)
                .param("text", text)
                .param("systems", systems.toArray(String[]::new))
                .param("department", department)
                .param("reviewer", Duty.REVIEWER.name())
                .param("now", CallRows.at(clock.instant()))
                .param("lately", CallRows.at(clock.instant().minus(LATELY)))
                .param("week", CallRows.at(clock.instant().minus(WEEK)))
                .query(CandidateRows::candidate)
                .list();
    }

    /** Systems of which somebody wrote or reviewed changes lately, or that they own. */
    List<String> knownTo(PersonId person) {
        return sql.sql("""
            SELECT key FROM registry.system WHERE owner = :person
            UNION
            SELECT system FROM reviews.known WHERE person_id = :person AND at >= :lately
            """)
                .param("person", person.value())
                .param("lately", CallRows.at(clock.instant().minus(LATELY)))
                .query((row, number) -> row.getString("key"))
                .list();
    }

    private static Candidate candidate(ResultSet row, int ignored) throws SQLException {
        return new Candidate(
                PersonId.recorded(row.getString("id")),
                row.getString("name"),
                texts(row.getArray("owns")),
                texts(row.getArray("knows")),
                row.getBoolean("near"),
                row.getInt("claims"),
                row.getInt("asked"),
                row.getInt("decided"),
                List.of());
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
