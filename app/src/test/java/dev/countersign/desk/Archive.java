package dev.countersign.desk;

import dev.countersign.changes.ChangeId;
import dev.countersign.local.RealStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Period;
import java.util.List;

/** Years of closed changes: copies of one that really went its way, with their history. */
final class Archive {

    /** A quarter of all is by the same author, a quarter reviewed by the same reviewer, the rest by a hundred others each; a
     * reviewer works for one department or two. */
    private static final List<String> COPIES = List.of(
            // Triggers plan once, while there is little; a table that grows to a thousand times its size in one
            // statement needs another plan.
            "SET plan_cache_mode = force_custom_plan",
            "ALTER TABLE reviews.verdict DISABLE TRIGGER proven",
            "ALTER TABLE journal.entry DISABLE TRIGGER keep_time",
            """
                INSERT INTO identity.person (id, name, email, roles, seen_at)
                SELECT 'colleague-' || n, 'Colleague ' || n, 'colleague-' || n || '@countersign.example', '{ENGINEER,REVIEWER}', now()
                FROM generate_series(1, 200) n ON CONFLICT DO NOTHING
                """,
            """
                CREATE TEMP TABLE copy AS
                SELECT n, 'CHG-8' || lpad(n::text, 8, '0') AS id, c.id AS template,
                       CASE WHEN n % 4 = 0 THEN c.author ELSE 'colleague-' || (n % 100 + 1) END AS author,
                       CASE WHEN n % 4 = 1 THEN d.person_id ELSE 'colleague-' || ((s.room * 8 + n / 4 % 8) % 100 + 101) END AS reviewer,
                       d.person_id AS reviewed, now() - interval '@span' * (1 - n::numeric / whole.total) AS at, s.key AS system, s.department
                FROM generate_series(@first, @last) n
                CROSS JOIN (VALUES (@last)) AS whole (total)
                JOIN changes.change c ON c.id = '@template'
                JOIN changes.duty d ON d.change_id = c.id AND d.duty = 'REVIEWER'
                JOIN (SELECT key, department, row_number() OVER (ORDER BY key) - 1 AS place, count(*) OVER () AS places,
                             dense_rank() OVER (ORDER BY department) AS room
                      FROM registry.system) s ON s.place = n % s.places
                """,
            "ANALYZE copy",
            """
                INSERT INTO changes.change (id, status, version, author, title, department, systems, revision, policy_version, requirements, created_at,
                                            submitted_at, status_since, executed_at)
                SELECT p.id, CASE n % 20 WHEN 0 THEN 'REJECTED' WHEN 1 THEN 'WITHDRAWN' WHEN 2 THEN 'EXPIRED' WHEN 3 THEN 'ROLLED_BACK' ELSE 'CLOSED' END,
                       9, p.author, 'Change number ' || n || ' of ' || p.system, p.department, ARRAY[p.system], c.revision, c.policy_version, c.requirements,
                       p.at, p.at, p.at, p.at
                FROM copy p JOIN changes.change c ON c.id = p.template
                """,
            """
                INSERT INTO changes.revision SELECT p.id, r.number, r.document, r.hash, p.author, p.at
                FROM copy p JOIN changes.revision r ON r.change_id = p.template
                """,
            """
                INSERT INTO changes.target SELECT p.id, r.revision, r.repository, md5(p.id) || '01234567', r.environment
                FROM copy p JOIN changes.target r ON r.change_id = p.template
                """,
            """
                INSERT INTO changes.material SELECT p.id, m.revision, m.hash, m.fields, m.since, m.edited_in
                FROM copy p JOIN changes.material m ON m.change_id = p.template
                """,
            """
                INSERT INTO changes.duty SELECT id, author, 'AUTHOR', at FROM copy UNION ALL SELECT id, reviewer, 'REVIEWER', at FROM copy
                """,
            """
                INSERT INTO reviews.verdict (change_id, revision, revision_hash, person_id, duty, slot, verdict, comment, task_id, at, since)
                SELECT p.id, v.revision, v.revision_hash, p.reviewer, v.duty, v.slot, v.verdict, v.comment, -n, p.at, v.since
                FROM copy p JOIN reviews.verdict v ON v.change_id = p.template
                """,
            """
                INSERT INTO reviews.care
                SELECT p.id, k.revision, p.reviewer, k.pre_mortem, k.checklist, '{}', 30 + n % 600 FROM copy p JOIN reviews.care k ON k.change_id = p.template
                """,
            """
                INSERT INTO journal.entry (stream, seq, at, kind, actor, systems, summary, canonical, previous_hash, hash)
                SELECT 'change/' || p.id, k, p.at, 'changes.moved', CASE WHEN k = 5 THEN p.reviewer ELSE p.author END, ARRAY[p.system],
                       'Step ' || k || ' of ' || p.id, '{}', sha256('a'), sha256((p.id || k)::bytea)
                FROM copy p CROSS JOIN generate_series(1, 10) k ORDER BY p.n, k
                """,
            "DROP TABLE copy",
            "ALTER TABLE reviews.verdict ENABLE TRIGGER proven",
            "ALTER TABLE journal.entry ENABLE TRIGGER keep_time");

    private Archive() {}

    /**
     * Numbers the copies from `first` to `last` and spreads them over the time before now; straight into the tables, for
     * nobody has the time to write them.
     */
    static void fill(RealStack stack, ChangeId template, int first, int last, Period span) throws SQLException {
        try (Connection owner = stack.asOwner();
                var statement = owner.createStatement()) {
            for (String copies : COPIES) {
                statement.execute(copies.replace("@first", Integer.toString(first))
                        .replace("@last", Integer.toString(last))
                        .replace("@span", span.toString())
                        .replace("@template", template.value()));
            }
            // What autovacuum would do beside whoever measures next.
            statement.execute("VACUUM (ANALYZE)");
        }
    }
}
