package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import dev.countersign.spelling.CatalogueKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that two people state of a system. Its director and VP follow from the department.
 *
 * @param team who looks after it day by day
 * @param owner the one person who is accountable for it
 * @param dependencies keys of the systems upstream: those that it cannot do without
 * @param declaredTier what its owner says; the tier that counts is worked out from more than that
 */
public record SystemFacts(
        String key,
        String name,
        String description,
        String department,
        String team,
        PersonId owner,
        List<String> repositories,
        List<Environment> environments,
        boolean consumerFacing,
        boolean controlPlane,
        DataClass dataClass,
        List<String> dependencies,
        int declaredTier)
        implements Described {

    public SystemFacts {
        repositories = repositories.stream()
                .map(SystemFacts::spelled)
                .distinct()
                .sorted()
                .toList();
        environments = environments.stream().distinct().sorted().toList();
        department = CatalogueKey.orTyped(department);
        dependencies = dependencies.stream()
                .map(CatalogueKey::orTyped)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Line> lines() {
        return List.of(
                new Line("name", "Name", name),
                new Line("description", "Description", description),
                new Line("department", "Department", department),
                new Line("team", "Team", team),
                new Line("owner", "Owner", owner.value()),
                new Line("repositories", "Repositories", String.join("\n", repositories)),
                new Line(
                        "environments",
                        "Environments",
                        environments.stream().map(Environment::word).collect(Collectors.joining(", "))),
                new Line("consumerFacing", "Can affect consumers", yes(consumerFacing)),
                new Line("controlPlane", "Control plane", yes(controlPlane)),
                new Line("dataClass", "Data class", dataClass.word()),
                new Line("dependencies", "Depends on", String.join("\n", dependencies)),
                new Line("declaredTier", "Declared tier", Integer.toString(declaredTier)));
    }

    private static String spelled(String repository) {
        return Origin.of(repository).map(Origin::written).orElse(repository);
    }

    static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }
}
