package dev.countersign.changes.web;

import java.util.Locale;

/**
 * A stop on a change's way, as its page shows it.
 *
 * @param beside what is known of it, such as "10 of 13"; empty if nothing
 */
record Stop(String label, String beside, Mark mark) {

    /** How far the change has come with it. */
    enum Mark {
        DONE("done"),
        NOW("here now"),
        AHEAD("to come"),
        BACK("to be put right"),
        OVER("the end");

        private final String words;

        Mark(String words) {
            this.words = words;
        }
    }

    /** What a screen reader says, for colour and shape alone say nothing. */
    public String markWords() {
        return mark.words;
    }

    public String word() {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
