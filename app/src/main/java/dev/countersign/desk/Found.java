package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.identity.Person;
import dev.countersign.registry.ProductionSystem;
import java.util.List;

/** What was found by a few letters, the most likely first. */
public record Found(String text, List<Change> changes, List<ProductionSystem> systems, List<Person> people) {

    public Found {
        changes = List.copyOf(changes);
        systems = List.copyOf(systems);
        people = List.copyOf(people);
    }

    /** Whoever begins to type the key or name of a system means it, rather than the changes that touch it. */
    public List<String> order() {
        return systems.stream().anyMatch(system -> begins(system.key()) || begins(system.name()))
                ? List.of("systems", "changes")
                : List.of("changes", "systems");
    }

    private boolean begins(String name) {
        return name.regionMatches(true, 0, text, 0, text.length());
    }
}
