package dev.countersign.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What Camunda has yet to hear; written in the transaction of the decision, told by the relay afterwards. */
@Component
public class Outbox {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient sql, JsonMapper json, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Needs the transaction that made it true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Command command) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("""
                INSERT INTO engine.outbox (subject, run, kind, payload, created_at, not_before)
                VALUES (:subject, coalesce((SELECT run FROM engine.run WHERE subject = :subject), 1), :kind, :payload::jsonb, :now, :now)
                """)
                .param("subject", command.subject())
                .param("kind", command.getClass().getSimpleName())
                .param("payload", json.writeValueAsString(command))
                .param("now", now)
                .update();
        events.publishEvent(new CommandQueued());
    }

    /** What Camunda made of a command; it is not told again. */
    void answer(long id, String answer) {
        sql.sql("UPDATE engine.outbox SET sent_at = :now, answer = :answer, attempts = attempts + 1 WHERE id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /** Commands of an earlier run name things that are gone with it. */
    void forget(String subject, int beforeRun) {
        sql.sql("""
                UPDATE engine.outbox SET sent_at = :now, answer = 'superseded by a later run'
                WHERE subject = :subject AND run < :run AND sent_at IS NULL
                """)
                .param("subject", subject)
                .param("run", beforeRun)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean holds(String subject) {
        return sql.sql("SELECT EXISTS (SELECT FROM engine.outbox WHERE subject = :subject AND sent_at IS NULL)")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Whether Camunda was told something so lately that its answer may still be on the way. */
    boolean toldWithin(String subject, Duration time) {
        return sql.sql("SELECT EXISTS (SELECT FROM engine.outbox WHERE subject = :subject AND sent_at > :since)")
                .param("subject", subject)
                .param("since", clock.instant().minus(time).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** How many commands are waiting, and how long the oldest has been; nothing and zero when none is. */
    Waiting waiting() {
        return sql.sql("""
                SELECT count(*) AS commands, min(created_at) AS since, (array_agg(subject ORDER BY id))[1] AS subject
                FROM engine.outbox WHERE sent_at IS NULL
                """).query((row, number) -> waiting(row)).single();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new Waiting(
                row.getInt("commands"),
                Optional.ofNullable(row.getString("subject")),
                since == null ? Duration.ZERO : Duration.between(since.toInstant(), clock.instant()));
    }

    /**
     * What Camunda has yet to hear.
     *
     * @param subject whom the oldest command is about
     * @param oldest how long that one has been waiting
     */
    record Waiting(int commands, Optional<String> subject, Duration oldest) {}
}
