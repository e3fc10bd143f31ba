package dev.countersign.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets, a little at a time, what Camunda was told, what failed, and how processes went that ended, all long ago. */
@Component
class Pruning {

    private static final int BATCH = 1_000;
    private static final Duration KEEP_FAILURES = Duration.ofDays(1);

    private final JdbcClient sql;
    private final EngineProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Pruning(JdbcClient sql, EngineProperties properties, Clock clock, TransactionTemplate transaction) {
        this.sql = sql;
        this.properties = properties;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void run() {
        while (batch(this::told) || batch(this::pictures) || batch(this::failures)) {
            // As long as there is something; each batch is a short transaction of its own.
        }
    }

    private boolean batch(Work work) {
        return Boolean.TRUE.equals(transaction.execute(_ -> work.rows() > 0));
    }

    private int told() {
        return sql.sql("""
                DELETE FROM engine.outbox WHERE id IN
                  (SELECT id FROM engine.outbox WHERE sent_at IS NOT NULL AND sent_at < :before ORDER BY sent_at LIMIT :most)
                """)
                .param("before", before(properties.keepTold()))
                .param("most", BATCH)
                .update();
    }

    private int pictures() {
        return sql.sql("""
                WITH old AS (
                  UPDATE engine.run SET pruned_at = :now WHERE subject IN
                    (SELECT subject FROM engine.run WHERE ended_at IS NOT NULL AND pruned_at IS NULL AND ended_at < :before
                     ORDER BY ended_at LIMIT :most FOR UPDATE SKIP LOCKED)
                  RETURNING subject),
                gone AS (DELETE FROM engine.visit v USING old WHERE v.subject = old.subject)
                SELECT count(*) FROM old
                """)
                .param("now", before(Duration.ZERO))
                .param("before", before(properties.keepVisits()))
                .param("most", BATCH)
                .query(Integer.class)
                .single();
    }

    /** What still fails was tried lately. */
    private int failures() {
        return sql.sql("""
                DELETE FROM engine.failure WHERE (subject, run, element) IN
                  (SELECT subject, run, element FROM engine.failure WHERE at < :before ORDER BY at LIMIT :most)
                """)
                .param("before", before(KEEP_FAILURES))
                .param("most", BATCH)
                .update();
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }

    /** Deletes one batch and says how much that was. */
    @FunctionalInterface
    private interface Work {
        int rows();
    }
}
