package dev.countersign.changes.web;

import dev.countersign.identity.PersonId;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What people and systems that a document mentions are called; who is unknown stays as written. */
record DocumentNames(Function<PersonId, String> person, UnaryOperator<String> system) {

    /** @param systems the names of those that are known, by their keys */
    static DocumentNames of(Function<PersonId, String> person, Map<String, String> systems) {
        return new DocumentNames(
                person, key -> systems.containsKey(key) ? "%s (%s)".formatted(systems.get(key), key) : key);
    }
}
