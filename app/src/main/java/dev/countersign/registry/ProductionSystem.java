package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that runs in production and that changes are made to.
 *
 * @param tier 1 is the most critical: it can affect customers' orders directly
 * @param department the key of the department that answers for it
 * @param controlPlane whether it steers other systems
 * @param environments where it runs
 */
public record ProductionSystem(
        String key,
        String name,
        String description,
        int tier,
        String department,
        PersonId owner,
        boolean controlPlane,
        Set<Environment> environments) {

    public ProductionSystem {
        environments = Set.copyOf(environments);
    }

    public boolean runsIn(Environment environment) {
        return environments.contains(environment);
    }

    /** Where it runs, in words. */
    public String places() {
        return environments.stream().sorted().map(Environment::word).collect(Collectors.joining(" and "));
    }
}
