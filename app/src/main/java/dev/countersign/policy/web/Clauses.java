package dev.countersign.policy.web;

import dev.countersign.policy.DecisionGrid;
import dev.countersign.policy.DecisionGrid.Line;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The decision table in words.
 *
 * @param facts the columns that a clause looks at
 * @param ignored the facts that no clause looks at, as part of a sentence
 */
record Clauses(List<String> facts, List<String> demands, String ignored, List<Clause> rows) {

    private static final String ID = "Clause";

    /** One line; each value knows its column for narrow screens. */
    record Clause(String id, String words, boolean applies, List<Value> facts, List<Value> demands) {
        public boolean always() {
            return facts.stream().allMatch(Value::quiet);
        }

        public boolean nothing() {
            return demands.stream().allMatch(Value::quiet);
        }
    }

    record Value(String column, String words, boolean quiet) {}

    static Clauses of(DecisionGrid grid, boolean underAddendum) {
        List<String> demands =
                grid.demands().stream().filter(label -> !label.equals(ID)).toList();
        return new Clauses(
                grid.facts(),
                demands,
                String.join(", ", grid.ignored()),
                grid.lines().stream()
                        .map(line -> clause(grid, line, demands.size(), underAddendum))
                        .toList());
    }

    private static Clause clause(DecisionGrid grid, Line line, int demands, boolean underAddendum) {
        return new Clause(
                line.id(),
                line.description(),
                underAddendum || !line.onlyUnderAddendum(),
                IntStream.range(0, line.facts().size())
                        .mapToObj(i -> value(
                                grid.facts().get(i), Cell.fact(line.facts().get(i)), "any"))
                        .toList(),
                IntStream.range(0, demands)
                        .mapToObj(i -> value(
                                grid.demands().get(i),
                                Cell.demand(line.demands().get(i)),
                                "–"))
                        .toList());
    }

    private static Value value(String column, String words, String nothing) {
        return new Value(column, words, words.equals(nothing));
    }
}
