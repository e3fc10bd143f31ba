package dev.countersign.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes wrong between PostgreSQL and Camunda, for those who look after both, and the way out that they have. */
@Component
public class Troubles {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int MOST = 50;

    /**
     * Something that is tried again and again.
     *
     * @param page where people look at the subject
     * @param what the kind of command that Camunda has yet to hear, or the element whose work fails
     * @param words what came of the last try; empty if it was none yet
     */
    public record Trouble(String subject, String page, String what, Instant since, int tries, String words) {}

    /** A process that was started anew, the latest time at that moment. */
    public record Again(String subject, String page, int times, Instant at) {}

    private final JdbcClient sql;
    private final Clock clock;
    private final Plans plans;
    private final Runs runs;
    private final Restart restart;
    private final Contact contact;

    Troubles(JdbcClient sql, Clock clock, Plans plans, Runs runs, Restart restart, Contact contact) {
        this.sql = sql;
        this.clock = clock;
        this.plans = plans;
        this.runs = runs;
        this.restart = restart;
        this.contact = contact;
    }

    /** How long Camunda has not answered; zero while it does. */
    public Duration lost() {
        return contact.lost();
    }

    /** What Camunda has yet to hear for longer than a moment, the oldest first. */
    public List<Trouble> waiting() {
        return sql.sql("""
                SELECT o.subject, r.process, o.kind AS what, o.created_at AS since, o.attempts AS tries,
                       coalesce(o.answer, '') AS words
                FROM engine.outbox o JOIN engine.run r ON r.subject = o.subject
                WHERE o.sent_at IS NULL AND o.created_at < :before ORDER BY o.id LIMIT :most
                """)
                .param("before", ago(LONG))
                .param("most", MOST)
                .query(this::trouble)
                .list();
    }

    /** Work that failed when it was tried last, and will be tried again. */
    public List<Trouble> failing() {
        return sql.sql("""
                SELECT f.subject, r.process, f.element AS what, f.since, f.tries, f.words
                FROM engine.failure f JOIN engine.run r ON r.subject = f.subject AND r.run = f.run AND r.ended_at IS NULL
                WHERE f.at > :lately ORDER BY f.at DESC LIMIT :most
                """)
                .param("lately", ago(Failures.LATELY))
                .param("most", MOST)
                .query(this::trouble)
                .list();
    }

    /** Processes under way that were started anew, the latest first. */
    public List<Again> begunAnew() {
        return sql.sql("""
                SELECT subject, process, run - 1 AS times, started_at FROM engine.run
                WHERE ended_at IS NULL AND run > 1 ORDER BY started_at DESC LIMIT :most
                """)
                .param("most", MOST)
                .query((row, number) ->
                        new Again(row.getString("subject"), page(row), row.getInt("times"), moment(row, "started_at")))
                .list();
    }

    /**
     * Ends the process of a subject and starts it anew at the stage where PostgreSQL has it; decisions stay as they are.
     *
     * @return where people look at it; empty if no process of it is under way
     */
    @Transactional
    public Optional<String> beginAnew(String subject) {
        return runs.open(subject).map(run -> {
            Plan plan = plans.get(run.process());
            restart.restart(plan, run, false);
            return plan.page(subject);
        });
    }

    private Trouble trouble(ResultSet row, int number) throws SQLException {
        return new Trouble(
                row.getString("subject"),
                page(row),
                row.getString("what"),
                moment(row, "since"),
                row.getInt("tries"),
                row.getString("words"));
    }

    private String page(ResultSet row) throws SQLException {
        return plans.get(row.getString("process")).page(row.getString("subject"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }
}
