package dev.countersign.identity;

import java.util.UUID;

/**
 * Tells a form that a page showed from every other: sent twice, it is the same form as long as it says the same. A
 * controller takes it as an argument.
 *
 * @param said the SHA-256 of what was typed in it, in hex
 */
public record FormNumber(UUID value, String said) {

    /** The name of the field that carries it. */
    public static final String FIELD = "_form";

    public static FormNumber fresh() {
        return new FormNumber(UUID.randomUUID(), "");
    }
}
