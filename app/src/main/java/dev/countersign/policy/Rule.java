package dev.countersign.policy;

import java.util.Arrays;
import java.util.Map;

/** One row of a table that was understood: when it applies, and what it asks for then. */
record Rule(String description, Map<Fact, Cell> when, Clause then) {

    Rule {
        when = Map.copyOf(when);
    }

    String id() {
        return then.id();
    }

    Cell cell(Fact fact) {
        return when.getOrDefault(fact, new Cell.Any());
    }

    boolean alwaysApplies() {
        return Arrays.stream(Fact.values()).allMatch(this::ignores);
    }

    boolean ignores(Fact fact) {
        return cell(fact) instanceof Cell.Any;
    }

    /** In one hour. */
    boolean appliesTo(Facts facts, boolean addendum) {
        return Arrays.stream(Fact.values()).allMatch(fact -> cell(fact).accepts(fact.of(facts, addendum)));
    }
}
