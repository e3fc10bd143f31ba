package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.gate.Bypass.Account;
import dev.countersign.gate.Bypass.Settlement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what becomes of a case, together with its entry. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BypassLedger {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    BypassLedger(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    /** Whether there was none for that artifact at that system. */
    boolean open(Bypass bypass, BypassEvent.Opened event) {
        boolean opened = sql.sql("""
                        INSERT INTO gate.bypass (id, opened_at, system, repository, artifact, change_id, level, due_at)
                        VALUES (:id, :now, :system, :repository, :artifact, :change, :level, :due)
                        ON CONFLICT (system, repository, artifact) WHERE settled_as IS NULL DO NOTHING
                        """)
                        .param("id", bypass.id().value())
                        .param("now", utc(bypass.openedAt()))
                        .param("system", bypass.system())
                        .param("repository", bypass.repository())
                        .param("artifact", bypass.artifact())
                        .param("change", bypass.change().map(ChangeId::value).orElse(null))
                        .param("level", bypass.level().name())
                        .param("due", utc(bypass.dueAt()))
                        .update()
                == 1;
        if (opened) {
            events.publishEvent(event);
        }
        return opened;
    }

    void explain(BypassId id, Account account, BypassEvent.Explained event) {
        sql.sql("""
                INSERT INTO gate.bypass_account (bypass, said_by, said_at, words, way, reverted_at)
                VALUES (:id, :by, :at, :words, :way, :reverted)
                """)
                .param("id", id.value())
                .param("by", account.by().value())
                .param("at", utc(account.at()))
                .param("words", account.words())
                .param("way", account.way().name())
                .param("reverted", account.revertedAt().map(BypassLedger::utc).orElse(null))
                .update();
        events.publishEvent(event);
    }

    void document(BypassId id, ChangeId change, Instant now, BypassEvent.Documenting event) {
        sql.sql(
                        "INSERT INTO gate.bypass_change (change_id, bypass, begun_by, begun_at) VALUES (:change, :id, :by, :now)")
                .param("change", change.value())
                .param("id", id.value())
                .param("by", event.actor())
                .param("now", utc(now))
                .update();
        events.publishEvent(event);
    }

    void move(Bypass bypass, BypassEvent event) {
        sql.sql("""
                UPDATE gate.bypass SET level = :level, due_at = :due, settled_as = :way, settled_at = :at WHERE id = :id
                """)
                .param("level", bypass.level().name())
                .param("due", utc(bypass.dueAt()))
                .param("way", bypass.settlement().map(one -> one.way().name()).orElse(null))
                .param(
                        "at",
                        bypass.settlement()
                                .map(Settlement::at)
                                .map(BypassLedger::utc)
                                .orElse(null))
                .param("id", bypass.id().value())
                .update();
        events.publishEvent(event);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
