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

    /** The same for reading: what asks for nothing is left blank. */
    String asked(Demand demand) {
        String typed = demand(demand).strip();
        return typed.equals("0") || typed.equals("false") || typed.equals("-") ? "" : typed;
    }

    public TypedRule named(String other) {
        return new TypedRule(other, description, facts, demands);
    }
}
