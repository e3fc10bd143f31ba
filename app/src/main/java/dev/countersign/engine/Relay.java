package dev.countersign.engine;

import dev.countersign.engine.Camunda.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Camunda what the outbox holds: each subject's commands in their order, outside any transaction, again and
 * again until there is an answer. Several nodes share the work through row locks and leases.
 */
@Component
class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;
    private final Sender sender;
    private final Outbox outbox;
    private final Restart restart;
    private final Contact contact;
    private final Lock turn = new ReentrantLock();

    Relay(
            JdbcClient sql,
            JsonMapper json,
            Clock clock,
            Sender sender,
            Outbox outbox,
            Restart restart,
            Contact contact) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.sender = sender;
        this.outbox = outbox;
        this.restart = restart;
        this.contact = contact;
    }

    /** One round at a time: a broker that hangs must not take the threads of those who look after it. */
    @Scheduled(fixedDelayString = "${countersign.engine.relay-every}")
    void run() {
        if (turn.tryLock()) {
            try {
                tellAll();
            } finally {
                turn.unlock();
            }
        }
    }

    private void tellAll() {
        List<Telling> batch = lease();
        while (!batch.isEmpty()) {
            batch.forEach(this::tell);
            batch = lease();
        }
    }

    private List<Telling> lease() {
        return sql.sql("""
                UPDATE engine.outbox o SET leased_until = :lease
                FROM (SELECT id FROM engine.outbox head
                      WHERE sent_at IS NULL AND not_before <= :now AND (leased_until IS NULL OR leased_until <= :now)
                        AND NOT EXISTS (SELECT FROM engine.outbox earlier
                                        WHERE earlier.subject = head.subject AND earlier.sent_at IS NULL AND earlier.id < head.id)
                      ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED) due
                WHERE o.id = due.id
                RETURNING o.id, o.subject, o.run, o.kind, o.payload, o.attempts
                """)
                .param("now", now())
                .param("lease", now().plus(LEASE))
                .param("batch", BATCH)
                .query((row, number) -> Telling.of(row, json))
                .list();
    }

    private void tell(Telling telling) {
        try {
            Answer answer = sender.send(telling);
            switch (answer) {
                case OK, NOT_FOUND, DONE_BEFORE -> outbox.answer(telling.id(), answer.name());
                case NEVER -> restart.insteadOf(telling);
            }
        } catch (RuntimeException e) {
            postpone(telling, e);
        }
    }

    private void postpone(Telling telling, RuntimeException e) {
        Duration pause = pause(telling.attempts());
        LOG.atLevel(contact.explains(e) ? Level.DEBUG : Level.WARN)
                .log(
                        "Expected to tell Camunda {} of {}, but {}; trying again in {}",
                        telling.kind(),
                        telling.subject(),
                        e.getMessage(),
                        pause);
        sql.sql("""
                UPDATE engine.outbox SET attempts = attempts + 1, not_before = :next, leased_until = NULL, answer = :answer WHERE id = :id
                """)
                .param("next", now().plus(pause))
                .param("answer", String.valueOf(e.getMessage()))
                .param("id", telling.id())
                .update();
    }

    static Duration pause(int attempts) {
        Duration doubled = Duration.ofMillis(250L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
