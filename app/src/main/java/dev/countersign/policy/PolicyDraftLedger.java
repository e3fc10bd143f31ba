package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what becomes of drafts; each method belongs into the transaction of the deed, and no row is ever changed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PolicyDraftLedger {

    private final JdbcClient sql;

    PolicyDraftLedger(JdbcClient sql) {
        this.sql = sql;
    }

    /** A draft that nobody began was brought along by a release, and only once. */
    boolean begin(PolicyDraftId id, String title, String origin, Optional<PersonId> by, Instant now) {
        by.ifPresent(person -> takePart(id, person, "EDITOR", now));
        return sql.sql("""
                        INSERT INTO policy.draft (id, title, origin, shipped, begun_by, begun_at)
                        VALUES (:id, :title, :origin, :shipped, :by, :now) ON CONFLICT (origin) WHERE shipped DO NOTHING
                        """)
                        .param("id", id.value())
                        .param("title", title)
                        .param("origin", origin)
                        .param("shipped", by.isEmpty())
                        .param("by", by.map(PersonId::value).orElse(null))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Whether the number was still free: of two who save at once one is second. */
    boolean save(PolicyDraftId id, int number, String table, PersonId by, Instant now) {
        takePart(id, by, "EDITOR", now);
        return sql.sql("""
                        INSERT INTO policy.draft_text (draft, number, decision_table, edited_by, edited_at)
                        VALUES (:id, :number, :table, :by, :now) ON CONFLICT DO NOTHING
                        """)
                        .param("id", id.value())
                        .param("number", number)
                        .param("table", table)
                        .param("by", by.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void propose(PolicyDraftId id, Edition edition) {
        takePart(id, edition.proposedBy(), "EDITOR", edition.proposedAt());
        sql.sql("""
                INSERT INTO policy.edition (draft, round, base, starts_at, reason, proposed_by, proposed_at)
                VALUES (:id, :round, :base, :starts, :reason, :by, :now)
                """)
                .param("id", id.value())
                .param("round", edition.round())
                .param("base", edition.base())
                .param("starts", utc(edition.startsAt()))
                .param("reason", edition.reason())
                .param("by", edition.proposedBy().value())
                .param("now", utc(edition.proposedAt()))
                .update();
    }

    void vote(PolicyDraftId id, int round, EditionVote vote) {
        takePart(id, vote.by(), "LEADER", vote.at());
        sql.sql("""
                INSERT INTO policy.edition_vote (draft, round, seat, person, vote, words, at)
                VALUES (:id, :round, :seat, :person, :vote, :words, :at)
                """)
                .param("id", id.value())
                .param("round", round)
                .param("seat", vote.seat())
                .param("person", vote.by().value())
                .param("vote", vote.approved() ? "APPROVED" : "DECLINED")
                .param("words", vote.words())
                .param("at", utc(vote.at()))
                .update();
    }

    void withdraw(PolicyDraftId id, int round, EditionWithdrawal withdrawal) {
        takePart(id, withdrawal.by(), "LEADER", withdrawal.at());
        sql.sql("""
                INSERT INTO policy.edition_withdrawal (draft, round, seat, person, reason, at)
                VALUES (:draft, :round, :seat, :person, :reason, :at)
                """)
                .param("draft", id.value())
                .param("round", round)
                .param("seat", withdrawal.seat())
                .param("person", withdrawal.by().value())
                .param("reason", withdrawal.reason())
                .param("at", utc(withdrawal.at()))
                .update();
    }

    void discard(PolicyDraftId id, PersonId by, Instant now) {
        sql.sql("INSERT INTO policy.draft_discard (draft, person, at) VALUES (:id, :by, :now)")
                .param("id", id.value())
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    /** Once it is taken it stays; the keys of the other tables tell whether it is the right one. */
    private void takePart(PolicyDraftId id, PersonId person, String part, Instant now) {
        sql.sql("""
                INSERT INTO policy.draft_part (draft, person, part, since) VALUES (:id, :person, :part, :now)
                ON CONFLICT (draft, person) DO NOTHING
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("part", part)
                .param("now", utc(now))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
