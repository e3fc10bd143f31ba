package dev.countersign.compliance;

import dev.countersign.changes.DocumentField;
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
    private static final Pattern END = Pattern.compile("[\\[.].*");
    private static final Pattern PART = Pattern.compile("\\[(\\d+)]|\\.|[A-Z]");

    public Evidence {
        actual = Excerpt.of(actual, LONGEST);
    }

    /** The place as it is called on pages, such as "Steps 2 validation" for `steps[1].validation`. */
    public String where() {
        int end = END.matcher(field).replaceFirst("").length();
        String head = field.substring(0, end);
        return DocumentField.named(head).map(DocumentField::label).orElseGet(() -> words(head))
                + words(field.substring(end));
    }

    private static String words(String key) {
        return PART.matcher(key)
                .replaceAll(part -> part.group(1) == null
                        ? " " + part.group().replace(".", "").toLowerCase(Locale.ROOT)
                        : " " + (Integer.parseInt(part.group(1)) + 1));
    }
}
