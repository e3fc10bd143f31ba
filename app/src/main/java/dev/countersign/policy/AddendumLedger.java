package dev.countersign.policy;

import static dev.countersign.policy.AddendumRows.utc;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was said of addenda; each method belongs into the transaction of the decision. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class AddendumLedger {

    private final JdbcClient sql;

    AddendumLedger(JdbcClient sql) {
        this.sql = sql;
    }

    void propose(Addendum addendum) {
        vote(addendum.id().value(), addendum.proposedBy(), "PROPOSED", addendum.reason(), addendum.proposedAt());
        sql.sql("""
                INSERT INTO policy.addendum (id, title, days, tier, scope, members, starts_on, proposed_by)
                VALUES (:id, :title, :days, :tier, :scope, :members, :start, :by)
                """)
                .param("id", addendum.id().value())
                .param("title", addendum.title())
                .param("days", addendum.days())
                .param("tier", tier(addendum.scope()))
                .param("scope", kind(addendum.scope()))
                .param("members", members(addendum.scope()).toArray(String[]::new))
                .param("start", addendum.startsOn().map(AddendumRows::utc).orElse(null))
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
        second(id, amendment, said);
        settle(id, amendment, said.at());
    }

    /** What takes a third leader stays open after this. */
    void second(AddendumId id, int amendment, Decision said) {
        vote(matter(id, amendment), said.by(), answer(said), said.words(), said.at());
    }

    /** The third leader's answer. */
    void countersign(AddendumId id, int amendment, Decision said) {
        String vote = said.approved() ? "COUNTERSIGNED" : "OBJECTED";
        vote(matter(id, amendment), said.by(), vote, said.words(), said.at());
        settle(id, amendment, said.at());
    }

    void remind(AddendumId id, Instant end, int daysBefore, Instant now) {
        sql.sql("""
                INSERT INTO policy.reminder (addendum, ends_at, days_before, at) VALUES (:id, :end, :days, :now)
                """)
                .param("id", id.value())
                .param("end", utc(end))
                .param("days", daysBefore)
                .param("now", utc(now))
                .update();
    }

    void choose(AddendumId id, Instant end, Choice choice) {
        sql.sql("""
                INSERT INTO policy.choice (addendum, ends_at, person, choice, words, draft, at)
                VALUES (:id, :end, :person, :choice, :words, :draft, :at)
                """)
                .param("id", id.value())
                .param("end", utc(end))
                .param("person", choice.by().value())
                .param("choice", choice.kind().name())
                .param("words", choice.words())
                .param("draft", choice.draft().map(PolicyDraftId::value).orElse(null))
                .param("at", utc(choice.at()))
                .update();
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

    /** Only a scope by tier looks at it. */
    private static int tier(Scope scope) {
        return scope instanceof Scope.Tier(int widest) ? widest : Scope.WIDEST_TIER;
    }

    private static String kind(Scope scope) {
        return switch (scope) {
            case Scope.Tier _ -> "TIER";
            case Scope.Departments _ -> "DEPARTMENTS";
            case Scope.Systems _ -> "SYSTEMS";
        };
    }

    private static List<String> members(Scope scope) {
        return switch (scope) {
            case Scope.Tier _ -> List.of();
            case Scope.Departments(List<String> keys) -> keys;
            case Scope.Systems(List<String> keys) -> keys;
        };
    }

    private static String answer(Decision said) {
        return said.approved() ? "APPROVED" : "DECLINED";
    }

    private static String matter(AddendumId id, int amendment) {
        return id.value() + "/" + amendment;
    }
}
