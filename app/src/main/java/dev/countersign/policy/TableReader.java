package dev.countersign.policy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/** Reads a kept DMN file as somebody would have typed it; a column that its release did not know yet is filled in. */
final class TableReader {

    private final List<Input> inputs;
    private final List<Output> outputs;

    private TableReader(DecisionTable table) {
        this.inputs = List.copyOf(table.getInputs());
        this.outputs = List.copyOf(table.getOutputs());
    }

    static TypedTable read(String dmn) {
        DecisionTable table = Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)))
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
        TableReader reader = new TableReader(table);
        return new TypedTable(table.getRules().stream().map(reader::rule).toList());
    }

    private TypedRule rule(org.camunda.bpm.model.dmn.instance.Rule rule) {
        List<InputEntry> when = List.copyOf(rule.getInputEntries());
        List<OutputEntry> then = List.copyOf(rule.getOutputEntries());
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Map<Demand, String> demands = new EnumMap<>(Demand.class);
        for (Fact fact : Fact.values()) {
            column(inputs, input -> isOf(input, fact))
                    .ifPresent(place -> facts.put(fact, unquoted(when.get(place).getTextContent())));
        }
        for (Demand demand : Demand.values()) {
            column(outputs, output -> demand.output().equals(output.getName()))
                    .ifPresentOrElse(
                            place ->
                                    demands.put(demand, unquoted(then.get(place).getTextContent())),
                            () -> demands.put(demand, demand.untold()));
        }
        String words =
                rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
        return new TypedRule(rule.getId(), words, facts, demands);
    }

    private static boolean isOf(Input input, Fact fact) {
        return fact.variable()
                .equals(input.getInputExpression().getTextContent().strip());
    }

    private static String unquoted(String cell) {
        return cell.strip().replace("\"", "");
    }

    private static <T> OptionalInt column(List<T> columns, Predicate<T> wanted) {
        return IntStream.range(0, columns.size())
                .filter(place -> wanted.test(columns.get(place)))
                .findFirst();
    }
}
