package dev.countersign.registry;

import java.util.List;

/** Departments and their systems as they are handed to the registry. */
public record Catalogue(List<Department> departments, List<Listing> listings) {

    public Catalogue {
        departments = List.copyOf(departments);
        listings = List.copyOf(listings);
    }

    /** A system and the repositories it is built from. */
    public record Listing(ProductionSystem system, List<String> repositories) {

        public Listing {
            repositories = List.copyOf(repositories);
        }
    }
}
