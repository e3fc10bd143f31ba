package dev.countersign.forms;

import dev.countersign.spelling.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The fields of a form as they were typed, but for what nobody sees; kept so that even nonsense can be shown again. */
record Typed(Map<String, List<String>> fields) {

    private static final Pattern ROW = Pattern.compile("([A-Za-z0-9_]+)\\[(\\d{1,3})](.*)");

    Typed {
        var seen = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) ->
                seen.put(name, values.stream().map(PlainText::of).toList()));
        fields = seen;
    }

    String value(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    List<String> values(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** With other values in a field. */
    Typed with(String name, List<String> values) {
        var other = new LinkedHashMap<>(fields);
        other.put(name, List.copyOf(values));
        return new Typed(other);
    }

    int rows(String list) {
        return fields.keySet().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(list))
                .mapToInt(row -> Integer.parseInt(row.group(2)) + 1)
                .max()
                .orElse(0);
    }

    /** With one more row whose fields are all empty. */
    Typed addRow(Part.Repeated list) {
        var more = new LinkedHashMap<>(fields);
        list.questions()
                .forEach(question ->
                        more.put(Naming.inRow(list.path(), rows(list.path()), question.key()), List.of("")));
        return new Typed(more);
    }

    Typed removeRow(String list, int gone) {
        var less = new LinkedHashMap<String, List<String>>();
        IntUnaryOperator moved = index -> index > gone ? index - 1 : index;
        fields.forEach((name, values) -> renamed(name, list, gone, moved).forEach(kept -> less.put(kept, values)));
        return new Typed(less);
    }

    private static List<String> renamed(String name, String list, int gone, IntUnaryOperator moved) {
        var row = ROW.matcher(name);
        if (!row.matches() || !row.group(1).equals(list)) {
            return List.of(name);
        }
        var index = Integer.parseInt(row.group(2));
        return index == gone ? List.of() : List.of(Naming.row(list, moved.applyAsInt(index)) + row.group(3));
    }

    /** What an honest browser could send, asked by the shape of the name: `key`, or list and index and key. */
    static boolean isKnown(String name, Predicate<String> question, RowQuestion rowQuestion) {
        var row = ROW.matcher(name);
        return row.matches()
                ? rowQuestion.exists(
                        row.group(1),
                        Integer.parseInt(row.group(2)),
                        row.group(3).replaceFirst("^\\.", ""))
                : question.test(name);
    }

    /** Whether a list has such a question in such a row. */
    interface RowQuestion {
        boolean exists(String list, int index, String key);
    }
}
