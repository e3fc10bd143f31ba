package dev.countersign.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision table that was understood. */
record RuleTable(List<Rule> rules) {

    RuleTable {
        rules = List.copyOf(rules);
    }

    /** What applies, by our own reading of the cells; a test compares it with the decision engine's. */
    List<Clause> clauses(Facts facts, boolean addendum) {
        return rules.stream()
                .filter(rule -> facts.hourly().stream().anyMatch(hour -> rule.appliesTo(hour, addendum)))
                .map(Rule::then)
                .toList();
    }

    /** The base policy's demands and an addendum's on top, as `DecisionTable` gives them. */
    Requirements require(Facts facts, boolean addendum) {
        Stream<Clause> added = addendum ? clauses(facts, true).stream() : Stream.empty();
        return Clause.strictest(
                Stream.concat(clauses(facts, false).stream(), added).distinct().toList());
    }

    /** The same as people type it. */
    TypedTable typed() {
        return new TypedTable(rules.stream().map(RuleTable::typed).toList());
    }

    private static TypedRule typed(Rule rule) {
        return new TypedRule(
                rule.id(),
                rule.description(),
                Arrays.stream(Fact.values())
                        .collect(Collectors.toMap(
                                Function.identity(), fact -> rule.cell(fact).written())),
                Arrays.stream(Demand.values())
                        .collect(Collectors.toMap(
                                Function.identity(), demand -> rule.then().written(demand))));
    }
}
