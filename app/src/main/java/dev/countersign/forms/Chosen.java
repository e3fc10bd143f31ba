package dev.countersign.forms;

import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a list is narrowed to: any number of the words that there are. A word that is none of them never means all. */
public final class Chosen {

    private static final int LONGEST = 60;

    private Chosen() {}

    /** Those that were asked for, none if nothing was; `what` names one of them, such as "a state of a change". */
    public static <T> Set<T> among(String what, List<String> typed, Collection<T> all, Function<T, String> word) {
        Map<String, T> known =
                all.stream().collect(Collectors.toMap(word.andThen(Chosen::plain), Function.identity(), (a, b) -> a));
        Set<T> chosen = new LinkedHashSet<>();
        for (String one : typed) {
            String plain = plain(one);
            T found = known.get(plain);
            if (found != null) {
                chosen.add(found);
            } else if (!plain.isEmpty()) {
                throw unknown(
                        what,
                        one,
                        "Choose among: %s.".formatted(all.stream().map(word).collect(Collectors.joining(", "))));
            }
        }
        return chosen;
    }

    /** The same where there are too many to name: `meant` finds those of one word, and `wayOut` says where they stand. */
    public static <T> Set<T> meant(
            String what, List<String> typed, Function<String, ? extends Collection<T>> meant, String wayOut) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String one : new LinkedHashSet<>(typed)) {
            String line = PlainText.line(one);
            Collection<T> found = line.isEmpty() ? Set.of() : meant.apply(line);
            if (found.isEmpty() && !line.isEmpty()) {
                throw unknown(what, one, wayOut);
            }
            chosen.addAll(found);
        }
        return chosen;
    }

    private static String plain(String typed) {
        return PlainText.line(typed).toLowerCase(Locale.ROOT);
    }

    private static Refusal unknown(String what, String typed, String wayOut) {
        return Refusal.invalid("forms.unknown-choice")
                .expectedTo("narrow the list by %s", what)
                .because("'%s' is not %s", Excerpt.of(typed, LONGEST), what)
                .instead("%s", wayOut);
    }
}
