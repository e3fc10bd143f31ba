package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How closely the data that a system holds has to be kept, from the least to the most. */
public enum DataClass {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
