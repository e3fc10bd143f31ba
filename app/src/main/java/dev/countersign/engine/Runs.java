package dev.countersign.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which run of a subject's process counts. Camunda has no idempotency key for a start and may lose its data, so a run
 * has a number here, one instance owns it, and everything that comes from another run is stale.
 */
@Component
public class Runs {

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Clock clock;

    Runs(JdbcClient sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Starts the subject's process, or starts it anew; needs the transaction that made it necessary. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Plan plan, String subject) {
        int run = sql.sql("""
                INSERT INTO engine.run (subject, process, run, started_at, looked_at) VALUES (:subject, :process, 1, :now, :now)
                ON CONFLICT (subject) DO UPDATE
                SET run = engine.run.run + 1, instance = NULL, started_at = :now, looked_at = :now, ended_at = NULL, pruned_at = NULL
                RETURNING run
                """)
                .param("subject", subject)
                .param("process", plan.process())
                .param("now", now())
                .query(Integer.class)
                .single();
        outbox.forget(subject, run);
        outbox.send(new Command.StartProcess(subject, plan.process(), plan.start(subject, run)));
    }

    /**
     * Asks for the run in the name of an instance.
     *
     * @return whether the instance owns it; the one that does not must end itself
     */
    @Transactional
    public boolean claim(String subject, String process, int run, long instance) {
        disown(subject, instance);
        return sql.sql("""
                        UPDATE engine.run SET instance = :instance
                        WHERE subject = :subject AND process = :process AND run = :run AND (instance IS NULL OR instance = :instance)
                        """)
                        .param("subject", subject)
                        .param("process", process)
                        .param("run", run)
                        .param("instance", instance)
                        .update()
                == 1;
    }

    /** A key that comes twice means that the broker began anew, so the earlier owner's process is gone. */
    private void disown(String subject, long instance) {
        sql.sql(
                        "UPDATE engine.run SET instance = NULL WHERE instance = :instance AND subject <> :subject AND ended_at IS NULL")
                .param("instance", instance)
                .param("subject", subject)
                .update();
    }

    /** The subject has come to its end; nobody looks after its process any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String subject) {
        sql.sql("UPDATE engine.run SET ended_at = :now WHERE subject = :subject AND ended_at IS NULL")
                .param("subject", subject)
                .param("now", now())
                .update();
    }

    /** What identifies the current run to Camunda, `<subject>/<run>`. */
    public String currentId(String subject) {
        return find(subject).map(Run::id).orElse(subject + "/1");
    }

    Optional<Run> find(String subject) {
        return sql.sql("SELECT subject, process, run, instance, started_at FROM engine.run WHERE subject = :subject")
                .param("subject", subject)
                .query(Run::of)
                .optional();
    }

    /** The subject's run, unless the subject has come to its end. */
    Optional<Run> open(String subject) {
        return sql.sql(
                        "SELECT subject, process, run, instance, started_at FROM engine.run WHERE subject = :subject AND ended_at IS NULL")
                .param("subject", subject)
                .query(Run::of)
                .optional();
    }

    /** Those that nobody looked at for the longest time; looking is taken down, so that nodes share the work. */
    @Transactional
    List<Run> toLookAt(Duration every, int most) {
        return sql.sql("""
                UPDATE engine.run r SET looked_at = :now
                FROM (SELECT subject FROM engine.run WHERE ended_at IS NULL AND looked_at <= :before
                      ORDER BY looked_at LIMIT :most FOR UPDATE SKIP LOCKED) due
                WHERE r.subject = due.subject
                RETURNING r.subject, r.process, r.run, r.instance, r.started_at
                """)
                .param("now", now())
                .param("before", now().minus(every))
                .param("most", most)
                .query(Run::of)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
