package dev.countersign.policy;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a table as a DMN file that Camunda Modeler opens. All that varies in it are cells that were understood and
 * sentences whose markup is taken away.
 */
final class TableFile {

    static final String DECISION = "change-requirements";
    private static final Pattern OURS =
            Pattern.compile(".*-(if|then)-.*|.*-(data|variable|requirement|expression|values|input|output|shape|edge)");
    private static final Set<String> NAMES =
            Set.of(DECISION, DECISION + "-definitions", DECISION + "-table", DECISION + "-diagram");

    private final StringBuilder file = new StringBuilder();

    private TableFile() {}

    static String write(RuleTable table) {
        return new TableFile().file(table);
    }

    /** Whether a clause of that name would clash with an id that every file has. */
    static boolean isReserved(String clause) {
        return NAMES.contains(clause) || OURS.matcher(clause).matches();
    }

    private String file(RuleTable table) {
        head();
        for (Fact fact : Fact.values()) {
            input(fact);
        }
        for (Demand demand : Demand.values()) {
            output(demand.word(), demand.label(), demand.output(), demand.type().dmn());
        }
        output("clause", "Clause", "clause", "string");
        table.rules().forEach(this::rule);
        file.append("""
                    </decisionTable>
                  </decision>
                """).append(TableDiagram.write()).append("</definitions>\n");
        return file.toString();
    }

    private void head() {
        file.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:di="http://www.omg.org/spec/DMN/20180521/DI/" xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="change-requirements-definitions" name="Change requirements" namespace="https://countersign.dev/dmn" exporter="Camunda Modeler" exporterVersion="5.40.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
                """);
        for (Fact fact : Fact.values()) {
            file.append("""
                      <inputData id="%1$s-data" name="%2$s">
                        <variable id="%1$s-variable" name="%3$s" typeRef="%4$s" />
                      </inputData>
                    """.formatted(
                    fact.word(), fact.label(), fact.variable(), fact.type().dmn()));
        }
        file.append("""
                  <decision id="change-requirements" name="Change requirements">
                    <variable id="change-requirements-variable" name="requirements" typeRef="Any" />
                """);
        for (Fact fact : Fact.values()) {
            file.append("""
                        <informationRequirement id="%1$s-requirement">
                          <requiredInput href="#%1$s-data" />
                        </informationRequirement>
                    """.formatted(fact.word()));
        }
        file.append("    <decisionTable id=\"change-requirements-table\" hitPolicy=\"COLLECT\">\n");
    }

    private void input(Fact fact) {
        file.append("""
                      <input id="%1$s-input" label="%2$s" biodi:width="140">
                        <inputExpression id="%1$s-expression" typeRef="%3$s">
                          <text>%4$s</text>
                        </inputExpression>
                """.formatted(fact.word(), fact.label(), fact.type().dmn(), fact.variable()));
        if (fact.type() == Fact.Type.WORD) {
            file.append("""
                            <inputValues id="%s-values">
                              <text>"%s"</text>
                            </inputValues>
                    """.formatted(fact.word(), String.join("\",\"", fact.range())));
        }
        file.append("      </input>\n");
    }

    private void output(String word, String label, String name, String type) {
        file.append("      <output id=\"%s-output\" label=\"%s\" name=\"%s\" typeRef=\"%s\" biodi:width=\"140\" />\n"
                .formatted(word, label, name, type));
    }

    private void rule(Rule rule) {
        file.append("      <rule id=\"%s\">\n        <description>%s</description>\n"
                .formatted(rule.id(), withoutMarkup(rule.description())));
        for (Fact fact : Fact.values()) {
            entry("input", rule.id() + "-if-" + fact.word(), feel(fact, rule.cell(fact)));
        }
        for (Demand demand : Demand.values()) {
            String written = rule.then().written(demand);
            entry(
                    "output",
                    rule.id() + "-then-" + demand.word(),
                    demand.type() == Fact.Type.WORD ? "\"" + written + "\"" : written);
        }
        entry("output", rule.id() + "-then-clause", "\"" + rule.id() + "\"");
        file.append("      </rule>\n");
    }

    private void entry(String way, String id, String text) {
        file.append("""
                        <%1$sEntry id="%2$s">
                          <text>%3$s</text>
                        </%1$sEntry>
                """.formatted(way, id, withoutMarkup(text)));
    }

    /** Words are strings there. */
    private static String feel(Fact fact, Cell cell) {
        return cell.written(value -> fact.type() == Fact.Type.WORD ? "\"" + value + "\"" : value);
    }

    private static String withoutMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
