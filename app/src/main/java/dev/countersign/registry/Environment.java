package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a system runs. */
public enum Environment {
    PRODUCTION,
    STAGING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
