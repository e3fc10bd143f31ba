package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether something that a machine wrote or did had a part in an incident. */
public enum AiRelated {
    YES,
    NO,
    UNKNOWN;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
