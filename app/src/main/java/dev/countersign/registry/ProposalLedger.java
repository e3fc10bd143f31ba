package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was said of proposals; each method belongs into the transaction of the deed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProposalLedger {

    private final JdbcClient sql;
    private final JsonMapper json;

    ProposalLedger(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void propose(Proposal proposal, Edit edit) {
        vote(proposal.id(), proposal.proposedBy(), "PROPOSED", proposal.reason(), proposal.proposedAt());
        sql.sql("""
                INSERT INTO registry.proposal (id, kind, title, systems, edit, proposed_by)
                VALUES (:id, :kind, :title, :systems, CAST(:edit AS jsonb), :by)
                """)
                .param("id", proposal.id().value())
                .param("kind", proposal.kind().name())
                .param("title", proposal.title())
                .param("systems", proposal.systems().toArray(String[]::new))
                .param("edit", json.writeValueAsString(edit))
                .param("by", proposal.proposedBy().value())
                .update();
    }

    void decline(ProposalId id, Decision said) {
        vote(id, said.by(), "DECLINED", said.words(), said.at());
    }

    /** The database itself writes what the proposal says, for it lets nobody else do so. */
    void adopt(ProposalId id, Decision said) {
        vote(id, said.by(), "APPROVED", said.words(), said.at());
        sql.sql("INSERT INTO registry.adoption (proposal, approved_by) VALUES (:id, :by)")
                .param("id", id.value())
                .param("by", said.by().value())
                .update();
    }

    void withdraw(ProposalId id, PersonId by, Instant at) {
        sql.sql("INSERT INTO registry.withdrawal (proposal, withdrawn_by, at) VALUES (:id, :by, :at)")
                .param("id", id.value())
                .param("by", by.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void vote(ProposalId matter, PersonId person, String vote, String words, Instant at) {
        sql.sql(
                        "INSERT INTO registry.vote (matter, person, vote, words, at) VALUES (:matter, :person, :vote, :words, :at)")
                .param("matter", matter.value())
                .param("person", person.value())
                .param("vote", vote)
                .param("words", words)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
