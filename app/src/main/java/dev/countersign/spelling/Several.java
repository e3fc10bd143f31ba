package dev.countersign.spelling;

import java.util.Arrays;
import java.util.List;

/** Names that somebody wrote one after another, with lines, spaces of any kind, commas, semicolons or bars between them. */
public final class Several {

    private Several() {}

    /** Each of them once, in the order in which they stand. */
    public static List<String> of(String typed) {
        return Arrays.stream(PlainText.of(typed).split("[\\s,;|]+", -1))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
