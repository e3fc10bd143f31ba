package dev.countersign.reviews;

import dev.countersign.changes.WantedWords;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter of the inbox as SQL: only the conditions asked for, and of tiers and ranks only what they or the order need. */
final class WantedTasks {

    /** What is somebody's by department, for themselves or for who is away. */
    private static final String LED = """
            WITH led AS (
                SELECT d.key, l.duty FROM registry.department d
                CROSS JOIN LATERAL (VALUES ('DIRECTOR', d.director), ('VP', d.vp)) AS l (duty, leader)
                WHERE l.leader = :person OR EXISTS (
                    SELECT FROM reviews.delegation g
                    WHERE g.delegate = :person AND g.id = reviews.delegation_of(l.leader, d.key, :now))
            )
            """;

    private static final String OPEN = """
            , open AS MATERIALIZED (
                SELECT t.id, t.subject, t.opened_at, c.department, c.systems, c.status_since, c.opens_at, h.person_id AS holder,
                       CASE t.element WHEN :review THEN 'REVIEWER' WHEN :sign THEN 'DIRECTOR' WHEN :escalation THEN 'VP' END AS duty,
                       CASE t.element WHEN :review THEN c.status_since + make_interval(secs => :dueAfter) WHEN :sign THEN c.sign_off_due END AS due,
                       c.revision
                FROM engine.user_task t
                JOIN changes.change c ON c.id = t.subject
                @text
                LEFT JOIN reviews.claim h ON h.task_id = t.id AND NOT reviews.is_away(h.person_id, :now)
                WHERE t.candidate_groups && :groups::text[] AND t.state = 'OPEN' AND t.element IN (:review, :sign, :escalation) @filter
            )
            """;

    private static final String TEXT = "JOIN changes.revision r ON r.change_id = c.id AND r.number = c.revision";

    private static final String TIERS = """
            , tiered AS (
                SELECT o.id, min(s.tier) AS tier FROM open o
                CROSS JOIN LATERAL unnest(o.systems) AS touched (key)
                JOIN unnest(:tierKeys::text[], :tierOf::integer[]) AS s (key, tier) ON s.key = touched.key
                GROUP BY o.id
            )
            """;

    /**
     * First what they hold, then what they are asked for, then what is theirs by department and duty, or by that of
     * somebody who is away, or about systems they know, then what else is free for them, then what others must do.
     */
    private static final String RANK = """
            CASE
                WHEN o.holder = :person THEN 0
                WHEN (o.holder IS NULL OR EXISTS (
                        SELECT FROM reviews.delegation g
                        WHERE g.delegate = o.holder AND g.id = reviews.delegation_of(:person, o.department, :now)))
                 AND (o.duty = 'REVIEWER' AND :isReviewer
                      OR EXISTS (SELECT FROM led l WHERE l.key = o.department AND l.duty = o.duty))
                 AND NOT EXISTS (SELECT FROM changes.duty d
                                 WHERE d.change_id = o.subject AND d.person_id = :person AND d.duty <> o.duty)
                 AND NOT EXISTS (SELECT FROM reviews.verdict v
                                 WHERE v.change_id = o.subject AND v.person_id = :person AND coalesce(v.since, v.revision) =
                                   coalesce((SELECT m.since FROM changes.material m
                                             WHERE m.change_id = o.subject AND m.revision = o.revision), o.revision))
                 AND o.subject NOT IN (SELECT x.subject FROM open x WHERE x.holder = :person)
                THEN CASE
                    WHEN EXISTS (SELECT FROM reviews.ask a
                                 WHERE a.change_id = o.subject AND a.since = o.status_since AND a.person_id = :person) THEN 1
                    WHEN o.duty <> 'REVIEWER' OR o.systems && :known::text[] THEN 2
                    ELSE 3 END
                ELSE 4 END""";

    /** Of the equal seats of one change one is enough to choose: the reader's own, or else one that is free. */
    private static final String ONE = """
            , one AS (
                SELECT DISTINCT ON (o.subject, o.duty) o.* @tier FROM open o @tiered
                @filter
                ORDER BY o.subject, o.duty, o.holder IS NOT DISTINCT FROM :person DESC, o.holder IS NOT NULL, o.id
            ), placed AS (
                SELECT o.id, @first AS first, @second AS second FROM one o
            ), counted AS (
                SELECT id, first, second, count(*) OVER () AS total FROM placed WHERE first <= :furthest
            )
            SELECT id, first, second, total FROM counted WHERE (first, second, id) > (:first, :second, :after)
            ORDER BY first, second, id LIMIT :most
            """;

    private static final Set<Role> DECIDING = Set.of(Role.REVIEWER, Role.DIRECTOR, Role.VP);

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> ofChange = new ArrayList<>();
    private final List<String> ofTask = new ArrayList<>();
    private final InboxOrder order;
    private final boolean needsText;
    private final boolean needsTier;

    WantedTasks(InboxFilter filter, InboxOrder order, Person person, Systems systems) {
        this.order = order;
        values.put("person", person.id().value());
        values.put("isReviewer", person.has(Role.REVIEWER));
        groups(person);
        any("c.department", "departments", filter.departments().toArray(String[]::new));
        any(
                "c.author",
                "authors",
                filter.authors().stream().map(PersonId::value).toArray(String[]::new));
        if (!filter.systems().isEmpty()) {
            values.put("systems", filter.systems().toArray(String[]::new));
            ofChange.add("c.systems && :systems::text[]");
        }
        WantedWords words = WantedWords.ofTexts(filter.text(), systems::called);
        needsText = !words.isEmpty();
        if (needsText) {
            words.each(values::put);
            ofChange.add(words.of("c"));
        }
        if (!filter.states().isEmpty()) {
            ofTask.add(filter.states().stream().map(WantedTasks::state).collect(Collectors.joining(" OR ", "(", ")")));
        }
        if (filter.overdue()) {
            ofTask.add("o.due < :now");
        }
        any("t.tier", "tiers", filter.tiers().toArray(Integer[]::new), ofTask);
        needsTier = !filter.tiers().isEmpty() || order == InboxOrder.TIER;
        if (needsTier) {
            List<ProductionSystem> all = systems.all();
            values.put("tierKeys", all.stream().map(ProductionSystem::key).toArray(String[]::new));
            values.put("tierOf", all.stream().map(ProductionSystem::tier).toArray(Integer[]::new));
        }
    }

    String sql() {
        String open = OPEN.replace("@text", needsText ? TEXT : "").replace("@filter", all("AND ", ofChange));
        String one = ONE.replace("@tiered", needsTier ? "LEFT JOIN tiered t ON t.id = o.id" : "")
                .replace("@tier", needsTier ? ", t.tier" : "")
                .replace("@filter", all("WHERE ", ofTask))
                .replace("@first", first())
                .replace("@second", second());
        return LED + open + (needsTier ? TIERS : "") + one;
    }

    StatementSpec bind(StatementSpec statement) {
        return statement.params(values);
    }

    /** Those who lead a department see all that waits there: some they may hand to somebody, some is late. */
    private void groups(Person person) {
        String[] own = names(person.roles());
        boolean leads = person.has(Role.DIRECTOR) || person.has(Role.VP);
        values.put("groups", leads ? names(DECIDING) : own);
        if (leads) {
            values.put("own", own);
            ofChange.add("(t.candidate_groups && :own::text[] OR c.department IN (SELECT key FROM led))");
        }
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::realmName).toArray(String[]::new);
    }

    private void any(String column, String name, Object[] wanted) {
        any(column, name, wanted, ofChange);
    }

    private void any(String column, String name, Object[] wanted, List<String> conditions) {
        if (wanted.length > 0) {
            values.put(name, wanted);
            conditions.add("%s = ANY(:%s)".formatted(column, name));
        }
    }

    private static String state(InboxState state) {
        return switch (state) {
            case UNCLAIMED -> "o.holder IS NULL";
            case MINE -> "o.holder = :person";
            case OTHERS -> "o.holder <> :person";
        };
    }

    private String first() {
        return switch (order) {
            case YOURS -> RANK;
            case TIER -> "coalesce(o.tier, 9)";
            case WINDOW, WAITING, DUE -> "0";
        };
    }

    private String second() {
        return switch (order) {
            case YOURS, DUE, TIER -> micros("o.due");
            case WINDOW -> micros("o.opens_at");
            case WAITING -> micros("o.opened_at");
        };
    }

    /** What has no such moment stands behind all that have one. */
    private static String micros(String moment) {
        return "CASE WHEN isfinite(%1$s) THEN (extract(epoch FROM %1$s) * 1000000)::bigint ELSE 999999999999999999 END"
                .formatted(moment);
    }

    private static String all(String start, List<String> conditions) {
        return conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" AND ", start, ""));
    }
}
