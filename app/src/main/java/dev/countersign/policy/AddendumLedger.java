package dev.countersign.policy;

import static dev.countersign.policy.AddendumRows.utc;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what was said of addenda; each method belongs into the transaction of the decision. */
@Repository
class AddendumLedger {

    private final JdbcClient sql;

    AddendumLedger(JdbcClient sql) {
        this.sql = sql;
    }

    void propose(Addendum addendum) {
        vote(addendum.id().value(), addendum.proposedBy(), "PROPOSED", addendum.reason(), addendum.proposedAt());
        sql.sql("""
                INSERT INTO policy.addendum (id, title, days, tier, proposed_by)
                VALUES (:id, :title, :days, :tier, :by)
                """)
                .param("id", addendum.id().value())
                .param("title", addendum.title())
                .param("days", addendum.days())
                .param("tier", addendum.tier())
                .param("by", addendum.proposedBy().value())
                .update();
    }

    void decide(AddendumId id, Decision said) {
        vote(id.value(), said.by(), answer(said), said.words(), said.at());
    }

    void propose(AddendumId id, Amendment asked) {
        vote(matter(id, asked.number()), asked.proposedBy(), "PROPOSED", asked.reason(), asked.proposedAt());
        sql.sql("""
                INSERT INTO policy.amendment (addendum, number, kind, ends_at, proposed_by)
                VALUES (:addendum, :number, :kind, :end, :by)
                """)
                .param("addendum", id.value())
                .param("number", asked.number())
                .param("kind", asked.isExtension() ? "EXTEND" : "END")
                .param("end", asked.endsAt().map(AddendumRows::utc).orElse(null))
                .param("by", asked.proposedBy().value())
                .update();
    }

    void decide(AddendumId id, int amendment, Decision said) {
        vote(matter(id, amendment), said.by(), answer(said), said.words(), said.at());
        settle(id, amendment, said.at());
    }

    void settle(AddendumId id, int amendment, Instant now) {
        sql.sql("UPDATE policy.amendment SET settled_at = :now WHERE addendum = :id AND number = :number")
                .param("now", utc(now))
                .param("id", id.value())
                .param("number", amendment)
                .update();
    }

    void close(AddendumId id, Instant now) {
        sql.sql("UPDATE policy.addendum SET closed_at = :now, wait_id = NULL WHERE id = :id")
                .param("now", utc(now))
                .param("id", id.value())
                .update();
    }

    void waitBy(AddendumId id, String waitId) {
        sql.sql("UPDATE policy.addendum SET wait_id = :wait WHERE id = :id")
                .param("wait", waitId)
                .param("id", id.value())
                .update();
    }

    private void vote(String matter, PersonId person, String vote, String words, Instant at) {
        sql.sql(
                        "INSERT INTO policy.vote (matter, person, vote, words, at) VALUES (:matter, :person, :vote, :words, :at)")
                .param("matter", matter)
                .param("person", person.value())
                .param("vote", vote)
                .param("words", words)
                .param("at", utc(at))
                .update();
    }

    private static String answer(Decision said) {
        return said.approved() ? "APPROVED" : "DECLINED";
    }

    private static String matter(AddendumId id, int amendment) {
        return id.value() + "/" + amendment;
    }
}
