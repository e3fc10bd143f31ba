package dev.countersign.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table as somebody typed it. */
public record TypedTable(List<TypedRule> rules) {

    public TypedTable {
        rules = List.copyOf(rules);
    }

    /** The facts that some clause looks at; whatever the others are, nothing else is demanded. */
    public Set<Fact> looksAt() {
        return Arrays.stream(Fact.values())
                .filter(fact -> rules.stream().anyMatch(rule -> rule.looksAt(fact)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
    }
}
