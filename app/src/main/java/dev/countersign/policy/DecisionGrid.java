package dev.countersign.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A decision table as people read it: one line for each clause, in the columns' own words.
 *
 * @param facts the labels of the columns that some clause looks at
 * @param ignored the labels of those that none does
 */
public record DecisionGrid(List<String> facts, List<String> ignored, List<String> demands, List<Line> lines) {

    private static final String ADDENDUM = "addendum";

    /** One clause; an empty fact means that any will do. */
    public record Line(
            String id, String description, boolean onlyUnderAddendum, List<String> facts, List<String> demands) {}

    static DecisionGrid read(String dmn) {
        DmnModelInstance model =
                Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        List<Integer> used =
                columns(table).filter(column -> isUsed(table, column)).toList();
        return new DecisionGrid(
                used.stream().map(column -> label(table, column)).toList(),
                columns(table)
                        .filter(column -> !used.contains(column))
                        .map(column -> label(table, column))
                        .toList(),
                table.getOutputs().stream().map(DmnElement::getLabel).toList(),
                table.getRules().stream().map(rule -> line(table, rule, used)).toList());
    }

    private static Stream<Integer> columns(DecisionTable table) {
        return IntStream.range(0, table.getInputs().size()).boxed();
    }

    private static boolean isUsed(DecisionTable table, int column) {
        return table.getRules().stream().anyMatch(rule -> !fact(rule, column).isEmpty());
    }

    private static String label(DecisionTable table, int column) {
        return List.copyOf(table.getInputs()).get(column).getLabel();
    }

    private static Line line(DecisionTable table, Rule rule, List<Integer> used) {
        return new Line(
                rule.getId(),
                text(
                        rule.getDescription() == null
                                ? null
                                : rule.getDescription().getTextContent()),
                columns(table)
                        .anyMatch(column ->
                                isAddendum(table, column) && fact(rule, column).equals("true")),
                used.stream().map(column -> fact(rule, column)).toList(),
                rule.getOutputEntries().stream().map(DecisionGrid::demand).toList());
    }

    private static boolean isAddendum(DecisionTable table, int column) {
        return List.copyOf(table.getInputs())
                .get(column)
                .getInputExpression()
                .getText()
                .getTextContent()
                .equals(ADDENDUM);
    }

    private static String fact(Rule rule, int column) {
        InputEntry entry = List.copyOf(rule.getInputEntries()).get(column);
        return text(entry.getText().getTextContent());
    }

    private static String demand(OutputEntry entry) {
        return text(entry.getText().getTextContent());
    }

    /** An empty cell and a dash both mean "any". */
    private static String text(@Nullable String cell) {
        String words = cell == null ? "" : cell.strip();
        return words.equals("-") ? "" : words;
    }
}
