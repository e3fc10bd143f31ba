package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Personas;
import dev.countersign.local.OnRealStack;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a draft takes to be tried on 10,000 changes: `mvn verify -Pbenchmark`. It prints, it asserts no times. */
@OnRealStack
class ReplayBenchmark {

    private static final int CHANGES = 10_000;
    private static final int ROUNDS = 5;
    private static final PrintStream OUT = System.out;

    @Autowired
    private PolicyDrafts drafts;

    @Autowired
    private Policies policies;

    @Autowired
    private Replays replays;

    @Autowired
    private JdbcClient sql;

    @Test
    void triesADraftOnTenThousandChanges() {
        fill(policies.inForce().id());
        PolicyDraft draft = draft();
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            Replay replay = replays.of(draft);
            double seconds = (System.nanoTime() - start) / 1e9;
            OUT.printf(
                    Locale.ROOT,
                    "replay %d: %,d changes in %.2f s on %d processors; %,d need more approvals, %,d fewer, %,d other demands%n",
                    round,
                    replay.changes(),
                    seconds,
                    Runtime.getRuntime().availableProcessors(),
                    replay.more(),
                    replay.fewer(),
                    replay.otherwise());
            assertThat(replay.changes()).isGreaterThanOrEqualTo(CHANGES);
        }
    }

    /** Clauses that look at every fact, so that as many combinations as possible differ. */
    private PolicyDraft draft() {
        PolicyDraft draft = drafts.begin(policies.inForce().id(), "To be tried", Personas.JONAS);
        TypedTable table = new TypedTable(Stream.concat(
                        drafts.inForce().rules().stream(),
                        Stream.of(ClauseTemplate.values()).map(ClauseTemplate::rule))
                .toList());
        assertThat(drafts.save(draft.id(), 0, table, Personas.JONAS)).isInstanceOf(Saving.Saved.class);
        return drafts.get(draft.id());
    }

    /** Withdrawn ones, so that no plan looks after them; over 80 days, with every value of every fact. */
    private void fill(String version) {
        sql.sql("""
                INSERT INTO changes.change (id, status, version, author, title, department, systems, revision, policy_version,
                  requirements, created_at, submitted_at, status_since)
                SELECT 'CHG-8' || lpad(n::text, 6, '0'), 'WITHDRAWN', 1, 'ada', 'Change ' || n, 'checkout', '{cart-worker}', 1, :version,
                  '{"reviews":1,"directorSignOff":false,"vpApproval":false,"bakeMinutes":60,"clauses":["base-one-review"]}',
                  at, at, at
                FROM (SELECT n, now() - n * interval '11 minutes' AS at FROM generate_series(1, :changes) n) generated
                """).param("version", version).param("changes", CHANGES).update();
        sql.sql("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                SELECT id, 1, '{}', sha256(id::bytea), 'ada', submitted_at FROM changes.change WHERE id LIKE 'CHG-8______'
                """).update();
        sql.sql("""
                INSERT INTO changes.assessment (change_id, revision, policy_version, facts, requirements, at)
                SELECT id, 1, policy_version, jsonb_build_object(
                    'tier', 1 + n % 4, 'kind', (ARRAY['code', 'configuration', 'infrastructure', 'data', 'manual-operation'])[1 + n % 5],
                    'environment', (ARRAY['production', 'staging'])[1 + (n / 4) % 2],
                    'blastRadius', (ARRAY['one-host', 'one-zone', 'one-region', 'global'])[1 + (n / 3) % 4],
                    'controlPlane', n % 7 = 0, 'dataMutation', n % 3 = 0,
                    'aiInvolvement', (ARRAY['none', 'assisted', 'generated'])[1 + (n / 2) % 3], 'hour', n % 24, 'conflict', n % 11 = 0),
                  requirements, submitted_at
                FROM (SELECT *, substring(id FROM 6)::integer AS n FROM changes.change WHERE id LIKE 'CHG-8______') filled
                """).update();
    }
}
