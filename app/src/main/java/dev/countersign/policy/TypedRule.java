package dev.countersign.policy;

import java.util.Map;

/** One row of a table as somebody typed it, whatever that is; nothing in it has been understood yet. */
public record TypedRule(String id, String description, Map<Fact, String> facts, Map<Demand, String> demands) {

    public TypedRule {
        facts = Map.copyOf(facts);
        demands = Map.copyOf(demands);
    }

    public String fact(Fact fact) {
        return facts.getOrDefault(fact, "");
    }

    public String demand(Demand demand) {
        return demands.getOrDefault(demand, "");
    }

    boolean looksAt(Fact fact) {
        String typed = fact(fact).strip();
        return !typed.isEmpty() && !typed.equals("-");
    }

    /** What a change has to be so that it applies, beside an addendum that covers it: "Tier 1, in production". */
    public String situation() {
        return Situation.of(this);
    }

    /** Whether it asks for anything only of what an addendum covers. */
    public boolean isAddedByAddenda() {
        return fact(Fact.ADDENDUM).strip().equals("true");
    }

    /** The same for reading: what asks for nothing is left blank. */
    public String asked(Demand demand) {
        String typed = demand(demand).strip();
        return typed.equals("0") || typed.equals("false") || typed.equals("-") ? "" : typed;
    }

    public TypedRule named(String other) {
        return new TypedRule(other, description, facts, demands);
    }
}
