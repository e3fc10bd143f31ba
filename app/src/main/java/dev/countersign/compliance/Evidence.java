package dev.countersign.compliance;

import dev.countersign.spelling.Excerpt;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One thing a check looked at.
 *
 * @param field the key on `forms/change-request.form`, so that a reader finds the place; with `[n]` for a list's row
 * @param expected what the rule asks for, in words
 * @param actual what the change says, in words
 */
public record Evidence(String field, String expected, String actual) {

    private static final int LONGEST = 300;
    private static final Pattern PART = Pattern.compile("\\[(\\d+)]|\\.|[A-Z]");

    public Evidence {
        actual = Excerpt.of(actual, LONGEST);
    }

    /** The place in words, such as "steps 2 validation" for `steps[1].validation`. */
    public String where() {
        return PART.matcher(field)
                .replaceAll(part -> part.group(1) == null
                        ? " " + part.group().replace(".", "").toLowerCase(Locale.ROOT)
                        : " " + (Integer.parseInt(part.group(1)) + 1))
                .strip();
    }
}
