package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.StatusBadge;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people and systems of a stretch of changes, asked for at once. */
final class ListNames {

    private final Map<PersonId, String> authors;
    private final Map<String, ProductionSystem> systems;

    private ListNames(Map<PersonId, String> authors, Map<String, ProductionSystem> systems) {
        this.authors = authors;
        this.systems = systems;
    }

    static ListNames of(List<Change> changes, People people, Systems systems) {
        var authors = changes.stream().map(Change::author).collect(Collectors.toSet());
        var keys = changes.stream().flatMap(change -> change.systems().stream()).collect(Collectors.toSet());
        return new ListNames(
                authors.stream().collect(Collectors.toMap(Function.identity(), people.names(authors))),
                systems.named(keys).stream().collect(Collectors.toMap(ProductionSystem::key, Function.identity())));
    }

    ListedChange row(Change change, Instant now) {
        return new ListedChange(
                change.id().value(),
                change.title(),
                StatusBadge.of(change.status()),
                tier(change),
                change.systems().stream().map(this::system).toList(),
                WindowWords.of(change, now),
                author(change),
                change.createdAt());
    }

    String author(Change change) {
        return authors.getOrDefault(change.author(), change.author().value());
    }

    /** Those who wrote one of them: their names by their ids. */
    Map<String, String> people() {
        Map<String, String> names = new TreeMap<>();
        authors.forEach((id, name) -> names.put(id.value(), name));
        return names;
    }

    /** What one of them touches: its name by its key. */
    Map<String, String> systems() {
        Map<String, String> names = new TreeMap<>();
        systems.values().forEach(system -> names.put(system.key(), system.name()));
        return names;
    }

    @Nullable
    Integer tier(Change change) {
        return known(change).map(ProductionSystem::tier).min(Integer::compare).orElse(null);
    }

    private Stream<ProductionSystem> known(Change change) {
        return change.systems().stream().flatMap(key -> Optional.ofNullable(systems.get(key)).stream());
    }

    private String system(String key) {
        return Optional.ofNullable(systems.get(key)).map(ProductionSystem::name).orElse(key);
    }
}
