package dev.countersign.changes;

import dev.countersign.registry.Build;
import dev.countersign.registry.Builds;
import dev.countersign.registry.Origin;
import dev.countersign.registry.Systems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out what a change reaches. An author states which systems that are; what is built from what, the registry knows. */
@Component
public class Reaches {

    private final Systems systems;
    private final Builds builds;
    private final CommitRows commits;

    Reaches(Systems systems, Builds builds, CommitRows commits) {
        this.systems = systems;
        this.builds = builds;
        this.commits = commits;
    }

    /** All of it; no system at all if the registry knows none of them. */
    public Reach of(ChangeDocument typed) {
        ChangeDocument document = typed.spelled();
        List<Build> built = builds.from(document.repository());
        Set<String> keys = new TreeSet<>(document.systems());
        touched(document, built).forEach(build -> keys.add(build.system()));
        return new Reach(
                systems.named(keys),
                Set.copyOf(document.systems()),
                built.stream().map(Build::system).collect(Collectors.toUnmodifiableSet()));
    }

    /** The same of a change whose own systems have to be known, at least one of them. */
    public Reach known(ChangeDocument document) {
        systems.known(document.spelled().systems());
        return of(document);
    }

    /** What its commits can have changed: everything that is built from the repository, unless all of them keep to parts of it. */
    private List<Build> touched(ChangeDocument document, List<Build> built) {
        List<Origin> parts =
                built.stream().map(Build::origin).filter(Origin::isPart).toList();
        if (parts.isEmpty()) {
            return built;
        }
        return files(document)
                .filter(all -> all.stream().allMatch(file -> parts.stream().anyMatch(part -> part.holds(file))))
                .map(all -> built.stream()
                        .filter(build -> all.stream().anyMatch(build.origin()::holds))
                        .toList())
                .orElse(built);
    }

    /** Every file that it changes; empty if nobody told of one of its commits, or it names an artifact: nobody sees into that. */
    private Optional<Collection<String>> files(ChangeDocument document) {
        if (document.commits().isEmpty() || !document.digest().isBlank()) {
            return Optional.empty();
        }
        Map<String, List<String>> told = commits.files(document.repository(), document.commits());
        return told.keySet().containsAll(document.commits())
                ? Optional.of(told.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }
}
