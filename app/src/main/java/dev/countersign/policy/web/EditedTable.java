package dev.countersign.policy.web;

import dev.countersign.policy.ClauseTemplate;
import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The table as it stands in the editor's fields, whatever was typed.
 *
 * @param touched the row that was just added or moved, to go on there; -1 if none was
 */
record EditedTable(TypedTable table, int touched) {

    private static final TypedRule BLANK = new TypedRule("", "", Map.of(), Map.of());

    static EditedTable of(TypedTable table) {
        return new EditedTable(table, -1);
    }

    static EditedTable read(Map<String, List<String>> fields) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>(fields);
        List<TypedRule> rules = new ArrayList<>();
        while (typed.containsKey(name(rules.size(), "id"))) {
            rules.add(rule(rules.size(), typed));
        }
        return of(new TypedTable(rules));
    }

    /** The name of a field. */
    static String name(int row, String part) {
        return "rule[%d].%s".formatted(row, part);
    }

    /** Does what a button of the editor says, such as `up:3` or `template:ai-senior-sign-off`; nothing if it is none. */
    EditedTable after(String wish) {
        String[] words = wish.split(":", 2);
        String on = words.length == 2 ? words[1] : "";
        return switch (words[0]) {
            case "add" -> with(rules().size(), BLANK);
            case "template" ->
                ClauseTemplate.find(on)
                        .map(it -> with(rules().size(), it.rule()))
                        .orElse(this);
            case "copy" ->
                row(on).map(row -> with(row + 1, copied(rules().get(row))))
                        .findFirst()
                        .orElse(this);
            case "up" -> row(on).map(row -> swapped(row, row - 1)).findFirst().orElse(this);
            case "down" -> row(on).map(row -> swapped(row, row + 1)).findFirst().orElse(this);
            case "delete" -> row(on).map(this::without).findFirst().orElse(this);
            default -> this;
        };
    }

    private List<TypedRule> rules() {
        return table.rules();
    }

    private Stream<Integer> row(String number) {
        return IntStream.range(0, rules().size())
                .filter(row -> Integer.toString(row).equals(number))
                .boxed();
    }

    private EditedTable with(int place, TypedRule rule) {
        List<TypedRule> changed = new ArrayList<>(rules());
        changed.add(place, rule);
        return new EditedTable(new TypedTable(changed), place);
    }

    private EditedTable without(int row) {
        List<TypedRule> changed = new ArrayList<>(rules());
        changed.remove(row);
        return new EditedTable(new TypedTable(changed), Math.min(row, changed.size() - 1));
    }

    private EditedTable swapped(int row, int other) {
        if (other < 0 || other >= rules().size()) {
            return this;
        }
        List<TypedRule> changed = new ArrayList<>(rules());
        Collections.swap(changed, row, other);
        return new EditedTable(new TypedTable(changed), other);
    }

    private static TypedRule copied(TypedRule rule) {
        return rule.named(rule.id() + "-copy");
    }

    private static TypedRule rule(int row, MultiValueMap<String, String> typed) {
        return new TypedRule(
                text(row, "id", typed),
                text(row, "description", typed),
                Arrays.stream(Fact.values())
                        .collect(Collectors.toMap(Function.identity(), fact -> text(row, fact.word(), typed))),
                Arrays.stream(Demand.values())
                        .collect(Collectors.toMap(Function.identity(), demand -> text(row, demand.word(), typed))));
    }

    private static String text(int row, String part, MultiValueMap<String, String> typed) {
        String text = typed.getFirst(name(row, part));
        return text == null ? "" : text;
    }
}
