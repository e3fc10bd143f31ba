package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a system runs. */
public enum Environment {
    PRODUCTION,
    STAGING;

    /** The environment of that name. */
    static Environment named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
