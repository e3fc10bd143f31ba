package dev.countersign.policy;

import dev.countersign.identity.Person;
import dev.countersign.refusals.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes what an addendum asks for into a draft of the policy, for two leaders to decide on. */
@Component
class Permanence {

    private final PolicyDrafts drafts;
    private final Policies policies;

    Permanence(PolicyDrafts drafts, Policies policies) {
        this.drafts = drafts;
        this.policies = policies;
    }

    /** The person who wants it is the draft's editor, so that others have to decide. */
    PolicyDraftId draft(Addendum addendum, Person by) {
        if (!(addendum.scope() instanceof Scope.Tier(int widest))) {
            throw notInATable(addendum);
        }
        PolicyDraft begun = drafts.begin(policies.inForce().id(), "Make permanent: " + addendum.title(), by);
        TypedTable wanted = permanent(drafts.table(begun), addendum, widest);
        return switch (drafts.save(begun.id(), begun.text(), wanted, by)) {
            case Saving.Saved(PolicyDraft saved) -> saved.id();
            case Saving.Overtaken _ -> throw new IllegalStateException("Expected a new draft to be nobody else's.");
            case Saving.Refused(List<TableProblem> problems) ->
                throw Refusal.conflict("policy.unlawful-table")
                        .cannot("write %s into a draft", addendum.id())
                        .because("%s", problems.getFirst().why())
                        .instead("%s", problems.getFirst().wayOut());
        };
    }

    /** Each clause of addenda stands again without that condition; the first stays for addenda to come. */
    static TypedTable permanent(TypedTable table, Addendum addendum, int widest) {
        Stream<TypedRule> added = table.rules().stream()
                .filter(rule -> rule.fact(Fact.ADDENDUM).strip().equals("true"))
                .map(rule -> always(rule, addendum, widest));
        return new TypedTable(Stream.concat(table.rules().stream(), added).toList());
    }

    private static TypedRule always(TypedRule rule, Addendum addendum, int widest) {
        var facts = new EnumMap<Fact, String>(rule.facts());
        facts.put(Fact.ADDENDUM, "");
        if (rule.fact(Fact.TIER).isBlank()) {
            facts.put(Fact.TIER, widest == 1 ? "1" : "<= " + widest);
        }
        return new TypedRule(
                "%s-of-%s".formatted(rule.id(), addendum.id().value().toLowerCase(Locale.ROOT)),
                "Made permanent: " + addendum.title() + ".",
                facts,
                rule.demands());
    }

    private static Refusal notInATable(Addendum addendum) {
        return Refusal.invalid("policy.scope-not-permanent")
                .cannot("make %s permanent", addendum.id())
                .because(
                        "it covers %s, and the policy's table only knows tiers",
                        addendum.scope().words())
                .instead("Extend it, or write a draft of the policy by hand.");
    }
}
