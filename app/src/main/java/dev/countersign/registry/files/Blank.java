package dev.countersign.registry.files;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The word by which a file empties something. What is absent or empty stays as it is; `none` makes it empty, and
 * `'none` is the word itself.
 */
final class Blank {

    static final String WORD = "none";

    private static final Pattern KIN = Pattern.compile("(?i)'*none");

    private Blank() {}

    static boolean is(String said) {
        return said.toLowerCase(Locale.ROOT).equals(WORD);
    }

    static String meant(String said) {
        return said.startsWith("'") && KIN.matcher(said).matches() ? said.substring(1) : said;
    }

    static String written(String text) {
        if (text.isEmpty()) {
            return WORD;
        }
        return KIN.matcher(text).matches() ? "'" + text : text;
    }
}
