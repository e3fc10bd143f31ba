package dev.countersign.policy;

import dev.countersign.policy.CellParser.Reading;
import dev.countersign.spelling.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a whole table that somebody typed: all of it is understood and lawful, or it is refused with every problem. */
final class TableParser {

    private static final int MOST = 50;
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final DemandParser demands;
    private final List<TableProblem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private TableParser(Collection<String> checks) {
        this.demands = new DemandParser(checks);
    }

    static TableReading read(TypedTable typed, Collection<String> checks) {
        return new TableParser(checks).read(typed);
    }

    private TableReading read(TypedTable typed) {
        if (typed.rules().size() > MOST) {
            return new TableReading.Wrong(List.of(TableProblem.ofTable(
                    "it has %d clauses".formatted(typed.rules().size()), "Keep it to %d.".formatted(MOST))));
        }
        List<Rule> rules = new ArrayList<>();
        for (int row = 0; row < typed.rules().size(); row++) {
            rules.add(rule(row + 1, typed.rules().get(row)));
        }
        if (problems.isEmpty()) {
            RuleTable table = new RuleTable(rules);
            problems.addAll(TableLaws.broken(table));
            return problems.isEmpty() ? new TableReading.Fine(table) : new TableReading.Wrong(problems);
        }
        return new TableReading.Wrong(problems);
    }

    private Rule rule(int row, TypedRule typed) {
        String id = id(row, PlainText.line(typed.id()));
        String description = description(row, PlainText.line(typed.description()));
        Map<Fact, Cell> when = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            when.put(fact, cell(row, fact, typed.fact(fact)));
        }
        return new Rule(description, when, clause(row, id, typed));
    }

    private String id(int row, String id) {
        if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
            object(
                    row,
                    "id",
                    "id",
                    "an id is lower-case words with hyphens between them, at most %d characters".formatted(LONGEST_ID),
                    "Call it something like base-two-reviews.");
        } else if (TableFile.isReserved(id)) {
            object(row, "id", "id", "'%s' has a meaning in the file".formatted(id), "Call it something else.");
        } else if (!ids.add(id)) {
            object(
                    row,
                    "id",
                    "id",
                    "another clause is called '%s'".formatted(id),
                    "Give each clause a name of its own.");
        }
        return id;
    }

    private String description(int row, String description) {
        if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
            object(
                    row,
                    "description",
                    "in words",
                    "it is empty or longer than %d characters".formatted(LONGEST_DESCRIPTION),
                    "Say in a sentence what the clause asks for, so that people understand it.");
        }
        return description;
    }

    private Cell cell(int row, Fact fact, String typed) {
        return switch (CellParser.read(fact, typed)) {
            case Reading.Understood(Cell cell) -> cell;
            case Reading.Refused(String why, String wayOut) -> {
                object(row, fact.word(), fact.label(), why, wayOut);
                yield new Cell.Any();
            }
        };
    }

    private Clause clause(int row, String id, TypedRule typed) {
        return new Clause(
                id,
                number(row, Demand.REVIEWS, typed),
                flag(row, Demand.DIRECTOR_SIGN_OFF, typed),
                flag(row, Demand.VP_APPROVAL, typed),
                flag(row, Demand.SECOND_KEY, typed),
                BlockingChecks.of(demand(row, Demand.BLOCKING_CHECKS, typed)),
                number(row, Demand.BAKE_MINUTES, typed),
                number(row, Demand.APPROVAL_HOURS, typed),
                number(row, Demand.WINDOW_HOURS, typed));
    }

    private int number(int row, Demand demand, TypedRule typed) {
        return Integer.parseInt(demand(row, demand, typed));
    }

    private boolean flag(int row, Demand demand, TypedRule typed) {
        return Boolean.parseBoolean(demand(row, demand, typed));
    }

    private String demand(int row, Demand demand, TypedRule typed) {
        return demands.read(demand, typed.demand(demand)).orElseGet(() -> {
            object(row, demand.word(), demand.label(), "that cannot be asked for", demands.wayOut(demand));
            return demand.untold();
        });
    }

    private void object(int row, String field, String column, String why, String wayOut) {
        problems.add(new TableProblem(row, field, column, why, wayOut));
    }
}
