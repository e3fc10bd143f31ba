package dev.countersign.reviews;

import java.util.Locale;

/** In which order decisions that wait are listed. */
public enum InboxOrder {
    YOURS("Yours first"),
    WINDOW("Window soonest first"),
    WAITING("Waiting longest first"),
    DUE("Due soonest first"),
    TIER("Most critical tier first");

    private final String label;

    InboxOrder(String label) {
        this.label = label;
    }

    /** The word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }
}
