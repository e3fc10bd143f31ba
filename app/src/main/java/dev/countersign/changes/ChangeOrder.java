package dev.countersign.changes;

import java.util.Locale;

/** In which order changes are listed. */
public enum ChangeOrder {
    NEWEST("Newest first"),
    WINDOW("Latest window first");

    private final String label;

    ChangeOrder(String label) {
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
