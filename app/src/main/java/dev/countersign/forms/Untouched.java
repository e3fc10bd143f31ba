package dev.countersign.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was stored stays as it was stored wherever somebody sent back what the form had shown of it: a form shows a list in
 * the order of its choices, a text without the space around it and a number without needless zeros.
 *
 * @param stored the answers of which the form was filled
 * @param shown what is read of that form if nobody touches it
 */
record Untouched(Answers stored, Answers shown) {

    LinkedHashMap<String, Answer> within(LinkedHashMap<String, Answer> sent, Set<String> keys) {
        var answers = new LinkedHashMap<>(sent);
        keys.forEach(key -> {
            var answer = answer(key, sent.get(key));
            if (answer == null) {
                answers.remove(key);
            } else {
                answers.put(key, answer);
            }
        });
        return answers;
    }

    private @Nullable Answer answer(String key, @Nullable Answer sent) {
        if (same(shown.byKey().get(key), sent)) {
            return stored.byKey().get(key);
        }
        return sent instanceof Answer.Rows(var rows)
                ? new Answer.Rows(rows.stream().map(row -> row(key, row)).toList())
                : sent;
    }

    /** Rows may have been moved by one that was added or removed. */
    private Answers row(String list, Answers sent) {
        var before = stored.rows(list);
        int place = shown.rows(list).indexOf(sent);
        return place < 0 || before.size() != shown.rows(list).size() ? sent : before.get(place);
    }

    private static boolean same(@Nullable Answer one, @Nullable Answer other) {
        return one instanceof Answer.Chosen(List<String> these) && other instanceof Answer.Chosen(List<String> those)
                ? Set.copyOf(these).equals(Set.copyOf(those))
                : Objects.equals(one, other);
    }
}
