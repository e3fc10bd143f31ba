package dev.countersign.journal;

import dev.countersign.identity.SignedHere;
import dev.countersign.spelling.Excerpt;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was recorded, in the transaction that made it true; outside one it refuses. */
@Component
class Journal {

    /** What a list can show; the whole text stays in the event's data. */
    private static final int LONGEST_SUMMARY = 1000;

    private final JdbcClient sql;
    private final Clock clock;

    Journal(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Recorded event) {
        lock(event.stream());
        Link last = last(event.stream());
        Instant at = last.orLater(clock.instant().truncatedTo(ChronoUnit.MICROS));
        String summary = Excerpt.of(event.summary(), LONGEST_SUMMARY);
        var signed = SignedHere.by(event.actor());
        String canonical = Canonical.form(last.seq() + 1, at, event, summary, signed);
        insert(event, last, at, summary, canonical);
    }

    /** One writer at a time per stream, until the transaction ends: the chain has no forks and no gaps. */
    private void lock(String stream) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended('journal:' || :stream, 0))")
                .param("stream", stream)
                .query((row, number) -> true)
                .single();
    }

    private Link last(String stream) {
        return sql.sql("SELECT seq, at, hash FROM journal.entry WHERE stream = :stream ORDER BY seq DESC LIMIT 1")
                .param("stream", stream)
                .query((row, number) -> new Link(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Hash.of(row.getBytes("hash"))))
                .optional()
                .orElse(new Link(0, Instant.EPOCH, Hash.BEGINNING));
    }

    private void insert(Recorded event, Link last, Instant at, String summary, String canonical) {
        sql.sql("""
                INSERT INTO journal.entry (stream, seq, at, kind, actor, systems, summary, canonical, previous_hash, hash)
                VALUES (:stream, :seq, :at, :kind, :actor, :systems, :summary, :canonical, :previous, :hash)
                """)
                .param("stream", event.stream())
                .param("seq", last.seq() + 1)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", event.kind())
                .param("actor", event.actor())
                .param("systems", event.systems().toArray(String[]::new))
                .param("summary", summary)
                .param("canonical", canonical)
                .param("previous", last.hash().bytes())
                .param("hash", last.hash().then(canonical).bytes())
                .update();
    }

    private record Link(long seq, Instant at, Hash hash) {

        /** Time goes forward in a chain, also where the clocks of two nodes differ a little. */
        Instant orLater(Instant moment) {
            return moment.isBefore(at) ? at : moment;
        }
    }
}
