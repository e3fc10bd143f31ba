package dev.countersign.changes.web;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people and systems that a document mentions are called; who is unknown stays as written. */
record DocumentNames(Function<PersonId, String> person, UnaryOperator<String> system) {

    static DocumentNames of(Function<PersonId, String> person, Collection<ProductionSystem> known) {
        Map<String, String> names =
                known.stream().collect(Collectors.toMap(ProductionSystem::key, ProductionSystem::name));
        return new DocumentNames(
                person, key -> names.containsKey(key) ? "%s (%s)".formatted(names.get(key), key) : key);
    }
}
