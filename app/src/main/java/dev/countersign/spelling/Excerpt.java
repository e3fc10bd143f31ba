package dev.countersign.spelling;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text that is too long for its place. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or its beginning and "…", of at most `most` characters; nothing that a person sees as one is halved. */
    public static String of(String text, int most) {
        return text.length() <= most ? text : start(text, most - 1) + "…";
    }

    /** The same without a sign that something was left out. */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return text.substring(0, characters.isBoundary(most) ? most : Math.max(0, characters.preceding(most)));
    }

    /** What a person sees as the first character. */
    public static String first(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.following(0);
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }
}
