package dev.countersign.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges many changes by one table; each combination of the facts that the table looks at is judged once. */
final class Trial {

    private record Case(Facts facts, boolean addendum) {}

    private final DecisionTable table;
    private final List<Fact> ignored;
    private final Map<Case, Requirements> judged = new HashMap<>();

    Trial(String dmn) {
        this.table = DecisionTable.parse(dmn);
        Set<Fact> asked = TableReader.read(dmn).looksAt();
        this.ignored = Arrays.stream(Fact.values())
                .filter(fact -> !asked.contains(fact))
                .toList();
    }

    Requirements require(Facts facts, boolean addendum) {
        return judged.computeIfAbsent(
                new Case(withoutIgnored(facts), addendum), it -> table.require(it.facts(), it.addendum()));
    }

    /** How many times the engine had to be asked. */
    int cases() {
        return judged.size();
    }

    private Facts withoutIgnored(Facts facts) {
        Facts same = facts;
        for (Fact fact : ignored) {
            same = same.with(fact, fact.range().getFirst());
        }
        return same;
    }
}
