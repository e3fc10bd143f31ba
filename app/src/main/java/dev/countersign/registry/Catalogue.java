package dev.countersign.registry;

import java.util.List;

/** Departments and systems as a file, or a person, describes them. */
public record Catalogue(List<Department> departments, List<SystemFacts> systems) {

    public Catalogue {
        departments = List.copyOf(departments);
        systems = List.copyOf(systems);
    }
}
