package dev.countersign.compliance;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads free text the way a reviewer would: "n/a" in a field is no answer. */
final class Wording {

    private static final Set<String> NO_ANSWER =
            Set.of("", "-", "--", ".", "?", "n/a", "na", "none", "nil", "no", "tbd", "todo", "x");

    private Wording() {}

    static boolean says(String text) {
        return !NO_ANSWER.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The lines that say something. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(Wording::says).toList();
    }

    static String quote(String text) {
        return text.isBlank() ? "nothing" : "“%s”".formatted(text.strip());
    }
}
