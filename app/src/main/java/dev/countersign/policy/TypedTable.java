package dev.countersign.policy;

import java.util.List;

/** A table as somebody typed it. */
public record TypedTable(List<TypedRule> rules) {

    public TypedTable {
        rules = List.copyOf(rules);
    }
}
