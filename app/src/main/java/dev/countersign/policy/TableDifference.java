package dev.countersign.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which clauses and cells two tables differ. */
public record TableDifference(List<Clause> clauses) {

    /** What happened to a clause on the way from one table to the other. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** One clause that differs. */
    public record Clause(String id, Kind kind, String description, List<Line> lines) {
        public Clause {
            lines = List.copyOf(lines);
        }
    }

    /** One cell of it; empty where there is none. */
    public record Line(String column, String before, String after) {}

    public TableDifference {
        clauses = List.copyOf(clauses);
    }

    public static TableDifference between(TypedTable before, TypedTable after) {
        Map<String, TypedRule> old = byId(before);
        Map<String, TypedRule> young = byId(after);
        List<Clause> clauses = new ArrayList<>();
        young.forEach((id, rule) -> {
            List<Line> lines = lines(old.get(id), rule);
            if (!lines.isEmpty()) {
                clauses.add(new Clause(id, old.containsKey(id) ? Kind.CHANGED : Kind.ADDED, rule.description(), lines));
            }
        });
        old.forEach((id, rule) -> {
            if (!young.containsKey(id)) {
                clauses.add(new Clause(id, Kind.REMOVED, rule.description(), lines(rule, null)));
            }
        });
        return new TableDifference(clauses);
    }

    public boolean isNone() {
        return clauses.isEmpty();
    }

    /** One sentence for the record. */
    public String summary() {
        return isNone()
                ? "no clause differs"
                : String.join(
                        ", ",
                        clauses.stream()
                                .map(clause -> "%s %s"
                                        .formatted(
                                                clause.id(),
                                                clause.kind().name().toLowerCase(Locale.ROOT)))
                                .toList());
    }

    private static Map<String, TypedRule> byId(TypedTable table) {
        Map<String, TypedRule> rules = new LinkedHashMap<>();
        table.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static List<Line> lines(@Nullable TypedRule before, @Nullable TypedRule after) {
        List<Line> lines = new ArrayList<>();
        add(lines, "In words", before == null ? "" : before.description(), after == null ? "" : after.description());
        Arrays.stream(Fact.values())
                .forEach(fact -> add(
                        lines,
                        fact.label(),
                        before == null ? "" : before.fact(fact),
                        after == null ? "" : after.fact(fact)));
        Arrays.stream(Demand.values())
                .forEach(demand -> add(
                        lines,
                        demand.label(),
                        before == null ? "" : before.asked(demand),
                        after == null ? "" : after.asked(demand)));
        return lines;
    }

    private static void add(List<Line> lines, String column, String before, String after) {
        if (!before.strip().equals(after.strip())) {
            lines.add(new Line(column, words(before.strip()), words(after.strip())));
        }
    }

    private static String words(String cell) {
        return switch (cell) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> cell;
        };
    }
}
