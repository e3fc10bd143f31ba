package dev.countersign.registry.web;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import java.util.Map;
import java.util.function.Function;

/** A system as one line of the list, with the names of its department and its owner. */
record SystemRow(String key, String name, int tier, String department, String owner) {

    static SystemRow of(ProductionSystem system, Map<String, String> departments, Function<PersonId, String> people) {
        return new SystemRow(
                system.key(),
                system.name(),
                system.tier(),
                departments.getOrDefault(system.department(), system.department()),
                people.apply(system.owner()));
    }
}
