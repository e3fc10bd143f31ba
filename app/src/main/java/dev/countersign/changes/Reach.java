package dev.countersign.changes;

import dev.countersign.registry.ProductionSystem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change reaches, by the registry as it is at this moment: the systems that it names, and those that are built
 * from the same repository, whether it names them or not.
 *
 * @param systems those of them that are registered, the most critical first
 * @param named the keys of those that the change names
 * @param built the keys of those that are built from its repository
 */
public record Reach(List<ProductionSystem> systems, Set<String> named, Set<String> built) {

    /** The check that compares the repository of a change with its systems; the gate asks the same anew. */
    public static final String REPOSITORY_CHECK = "registered-repository";

    /** The check that compares the environment of a change with those of its systems; the gate asks the same anew. */
    public static final String ENVIRONMENT_CHECK = "registered-environment";

    public Reach {
        systems = List.copyOf(systems);
        named = Set.copyOf(named);
        built = Set.copyOf(built);
    }

    /** The most critical: its department answers for the change. */
    public ProductionSystem leading() {
        return systems.getFirst();
    }

    /** Those that its author did not name. */
    public List<ProductionSystem> unnamed() {
        return systems.stream().filter(system -> !named.contains(system.key())).toList();
    }

    /** A system that it reaches; empty if the registry does not know it. */
    public Optional<ProductionSystem> find(String key) {
        return systems.stream().filter(system -> system.key().equals(key)).findFirst();
    }

    /** A repository, and what the registry knows of it. */
    public String origin(String repository) {
        return built.isEmpty()
                ? "%s, which nobody registered".formatted(repository)
                : "%s, which builds %s"
                        .formatted(repository, built.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** Those that steer other systems. */
    public List<ProductionSystem> steering() {
        return systems.stream().filter(ProductionSystem::controlPlane).toList();
    }

    public List<String> keys() {
        return systems.stream().map(ProductionSystem::key).toList();
    }
}
