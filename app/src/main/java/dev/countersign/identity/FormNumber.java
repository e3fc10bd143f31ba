package dev.countersign.identity;

import java.util.UUID;

/** Tells a form that a page showed from every other: sent twice, it is the same form. A controller takes it as an argument. */
public record FormNumber(UUID value) {

    /** The name of the field that carries it. */
    public static final String FIELD = "_form";

    public static FormNumber fresh() {
        return new FormNumber(UUID.randomUUID());
    }
}
