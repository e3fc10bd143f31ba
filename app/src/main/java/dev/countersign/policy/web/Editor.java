package dev.countersign.policy.web;

import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.TableProblem;
import dev.countersign.policy.TypedRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The decision table as fields to fill in: a row for each clause, a field for each cell.
 *
 * @param problems what kept it from being saved
 */
record Editor(List<Row> rows, List<Problem> problems) {

    /** One clause. */
    record Row(int number, boolean touched, Field id, Field description, List<Field> facts, List<Field> demands) {
        public boolean wrong() {
            return Stream.of(List.of(id, description), facts, demands)
                    .flatMap(List::stream)
                    .anyMatch(field -> !field.wrong().isEmpty());
        }
    }

    /**
     * One cell.
     *
     * @param options what may be chosen; empty where one types
     * @param wrong why it was refused; empty if it was not
     */
    record Field(String name, String key, String label, String value, String hint, List<Option> options, String wrong) {
        public boolean chosen() {
            return options.stream().anyMatch(option -> option.value().equals(value));
        }
    }

    record Option(String value, String words) {}

    /** One line of the summary, with the key of its field if it has one. */
    record Problem(String words, String wayOut, String key) {}

    private static final List<Option> ANY =
            List.of(new Option("", "any"), new Option("true", "yes"), new Option("false", "no"));
    private static final List<Option> ASK = List.of(new Option("false", "–"), new Option("true", "yes"));

    static Editor of(EditedTable edited, List<TableProblem> problems) {
        List<TypedRule> rules = edited.table().rules();
        return new Editor(
                IntStream.range(0, rules.size())
                        .mapToObj(row -> row(row, rules.get(row), edited.touched() == row, problems))
                        .toList(),
                problems.stream().map(Editor::problem).toList());
    }

    private static Row row(int row, TypedRule rule, boolean touched, List<TableProblem> problems) {
        return new Row(
                row,
                touched,
                field(row, "id", "Clause", rule.id(), "words-with-hyphens", List.of(), problems),
                field(row, "description", "In words", rule.description(), "", List.of(), problems),
                Arrays.stream(Fact.values())
                        .map(fact -> field(
                                row,
                                fact.word(),
                                fact.label(),
                                rule.fact(fact),
                                hint(fact),
                                isFlag(fact.range()) ? ANY : List.of(),
                                problems))
                        .toList(),
                Arrays.stream(Demand.values())
                        .map(demand -> field(
                                row,
                                demand.word(),
                                demand.label(),
                                asked(demand, rule.demand(demand)),
                                hint(demand),
                                isFlag(demand) ? ASK : List.of(),
                                problems))
                        .toList());
    }

    private static Field field(
            int row,
            String part,
            String label,
            String value,
            String hint,
            List<Option> options,
            List<TableProblem> problems) {
        String wrong = problems.stream()
                .filter(problem -> problem.row() == row + 1 && problem.field().equals(part))
                .map(TableProblem::why)
                .findFirst()
                .orElse("");
        return new Field(EditedTable.name(row, part), key(row, part), label, value, hint, options, wrong);
    }

    private static Problem problem(TableProblem problem) {
        return new Problem(
                "%s: %s.".formatted(problem.where(), problem.why()),
                problem.wayOut(),
                problem.field().isEmpty() ? "" : key(problem.row() - 1, problem.field()));
    }

    private static String key(int row, String part) {
        return "rule-%d-%s".formatted(row, part);
    }

    /** What asks for nothing is left blank where one types. */
    private static String asked(Demand demand, String typed) {
        if (isFlag(demand)) {
            return typed.isBlank() ? "false" : typed;
        }
        return typed.equals("0") ? "" : typed;
    }

    private static boolean isFlag(List<String> range) {
        return range.contains("true");
    }

    private static boolean isFlag(Demand demand) {
        return switch (demand) {
            case DIRECTOR_SIGN_OFF, VP_APPROVAL, SECOND_KEY -> true;
            case REVIEWS, BLOCKING_CHECKS, BAKE_MINUTES, APPROVAL_HOURS, WINDOW_HOURS -> false;
        };
    }

    private static String hint(Fact fact) {
        return switch (fact) {
            case TIER, HOUR ->
                "%s to %s".formatted(fact.range().getFirst(), fact.range().getLast());
            case KIND, ENVIRONMENT, BLAST_RADIUS, AI_INVOLVEMENT -> String.join(", ", fact.range());
            case CONTROL_PLANE, DATA_MUTATION, CONFLICT, ADDENDUM -> "";
        };
    }

    private static String hint(Demand demand) {
        return switch (demand) {
            case REVIEWS, BAKE_MINUTES -> "0 to " + demand.most();
            case APPROVAL_HOURS, WINDOW_HOURS -> "no limit if empty";
            case BLOCKING_CHECKS -> "all, or ids of checks";
            case DIRECTOR_SIGN_OFF, VP_APPROVAL, SECOND_KEY -> "";
        };
    }
}
