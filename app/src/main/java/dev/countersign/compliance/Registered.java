package dev.countersign.compliance;

import dev.countersign.changes.Reach;
import dev.countersign.registry.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the registry knows of a change.
 *
 * @param origins what each of the systems that it names is built from; one without a repository is missing
 */
record Registered(Reach reach, Map<String, List<Origin>> origins) {

    Registered {
        origins = Map.copyOf(origins);
    }

    boolean knows(String system) {
        return reach.keys().contains(system);
    }

    /** What a system is built from, in words. */
    String originsOf(String system) {
        List<Origin> known = origins.getOrDefault(system, List.of());
        return known.isEmpty()
                ? "the registry has no repository of it"
                : known.stream().map(Origin::written).collect(Collectors.joining(" or "));
    }
}
