package dev.countersign.policy.web;

import dev.countersign.policy.Fact;
import dev.countersign.policy.Facts;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change that nobody wrote: what somebody tries the policy on.
 *
 * @param system as it was typed
 * @param facts those that the form asks for; one that cannot be is replaced, and the form shows by what
 */
record SupposedChange(String system, Map<Fact, String> facts) {

    /** What follows from the system and from the addenda is not asked. */
    private static final Set<Fact> FOLLOWS = Set.of(Fact.TIER, Fact.ADDENDUM);

    /** These are asked even while no clause looks at them: people expect the question. */
    private static final Set<Fact> ALWAYS = Set.of(Fact.BLAST_RADIUS, Fact.KIND);

    private static final int LONGEST = 100;

    SupposedChange {
        facts = Map.copyOf(facts);
    }

    /** From what the address says of each field. */
    static SupposedChange read(Function<String, @Nullable String> typed) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Arrays.stream(Fact.values())
                .filter(fact -> !FOLLOWS.contains(fact))
                .forEach(fact -> facts.put(fact, value(fact, typed.apply(fact.word()))));
        String system =
                PlainText.line(Optional.ofNullable(typed.apply("system")).orElse(""));
        return new SupposedChange(Excerpt.start(system, LONGEST), facts);
    }

    /** The facts that the form asks for: those that clauses look at, and two more. */
    static List<Fact> asked(Set<Fact> looked) {
        return Arrays.stream(Fact.values())
                .filter(fact -> !FOLLOWS.contains(fact) && (looked.contains(fact) || ALWAYS.contains(fact)))
                .toList();
    }

    /** With what the registry knows of its system, and within one hour. */
    Facts of(ProductionSystem known) {
        return new Facts(
                known.tier(),
                fact(Fact.KIND),
                fact(Fact.ENVIRONMENT),
                fact(Fact.BLAST_RADIUS),
                holds(Fact.CONTROL_PLANE) || known.controlPlane(),
                holds(Fact.DATA_MUTATION),
                fact(Fact.AI_INVOLVEMENT),
                Integer.parseInt(fact(Fact.HOUR)),
                holds(Fact.CONFLICT));
    }

    String fact(Fact fact) {
        return facts.getOrDefault(fact, "");
    }

    private boolean holds(Fact fact) {
        return Boolean.parseBoolean(fact(fact));
    }

    private static String value(Fact fact, @Nullable String typed) {
        return typed != null && fact.range().contains(typed)
                ? typed
                : fact.range().getFirst();
    }
}
