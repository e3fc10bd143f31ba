package dev.countersign.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The human being behind one or more accounts; duties are separated by this, never by account. */
public record PersonId(@JsonValue String value) implements Comparable<PersonId> {

    public PersonId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException(
                    "Expected to name a person in 1 to 64 characters, but got '%s'.".formatted(value));
        }
    }

    @JsonCreator
    public static PersonId of(String value) {
        return new PersonId(value);
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
