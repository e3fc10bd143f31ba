package dev.countersign.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What no policy may give up, whoever approves it. */
final class TableLaws {

    private final Map<Fact, String> combination = new EnumMap<>(Fact.class);

    private TableLaws() {}

    /** Each law that the table breaks. */
    static List<TableProblem> broken(RuleTable table) {
        List<TableProblem> broken = new ArrayList<>();
        if (table.rules().stream().noneMatch(Rule::alwaysApplies)) {
            broken.add(TableProblem.ofTable(
                    "no clause applies to every change, so something could go without any rule",
                    "Add a clause with no facts, such as one review for every change."));
        }
        unreviewed(table)
                .ifPresent(change -> broken.add(TableProblem.ofTable(
                        "it would let a production change go without a review: " + change,
                        "Have a clause ask for at least one review of such a change.")));
        return broken;
    }

    /** A production change that nobody would have to review, by its facts. */
    static Optional<String> unreviewed(RuleTable table) {
        TableLaws laws = new TableLaws();
        laws.combination.put(Fact.ADDENDUM, "false");
        laws.combination.put(Fact.ENVIRONMENT, "production");
        return laws.unreviewed(laws.still(table.rules(), Fact.ADDENDUM, Fact.ENVIRONMENT), 0);
    }

    /** Goes through all combinations, and leaves out those that a clause without further conditions covers already. */
    private Optional<String> unreviewed(List<Rule> applying, int place) {
        Fact[] facts = Fact.values();
        List<Rule> reviewing =
                applying.stream().filter(rule -> rule.then().reviews() > 0).toList();
        if (reviewing.stream().anyMatch(rule -> ignoresFrom(rule, place))) {
            return Optional.empty();
        }
        if (place == facts.length) {
            return Optional.of(words());
        }
        return combination.containsKey(facts[place])
                ? unreviewed(reviewing, place + 1)
                : unreviewedBy(facts[place], reviewing, place);
    }

    private Optional<String> unreviewedBy(Fact fact, List<Rule> reviewing, int place) {
        for (String value : fact.range()) {
            combination.put(fact, value);
            Optional<String> found = unreviewed(still(reviewing, fact), place + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        combination.remove(fact);
        return Optional.empty();
    }

    private List<Rule> still(List<Rule> rules, Fact... decided) {
        return rules.stream()
                .filter(rule -> List.of(decided).stream()
                        .allMatch(fact -> rule.cell(fact).accepts(combination.getOrDefault(fact, ""))))
                .toList();
    }

    private boolean ignoresFrom(Rule rule, int place) {
        Fact[] facts = Fact.values();
        for (int i = place; i < facts.length; i++) {
            if (!combination.containsKey(facts[i]) && !rule.ignores(facts[i])) {
                return false;
            }
        }
        return true;
    }

    private String words() {
        return combination.entrySet().stream()
                .filter(entry -> entry.getKey() != Fact.ADDENDUM)
                .map(entry -> "%s %s".formatted(entry.getKey().label().toLowerCase(Locale.ROOT), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
