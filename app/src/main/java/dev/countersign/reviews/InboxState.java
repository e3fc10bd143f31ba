package dev.countersign.reviews;

import java.util.Locale;

/** Who is at work on a decision that waits, as its reader sees it. */
public enum InboxState {
    UNCLAIMED("Unclaimed"),
    MINE("Claimed by you"),
    OTHERS("Assigned to others");

    private final String label;

    InboxState(String label) {
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
