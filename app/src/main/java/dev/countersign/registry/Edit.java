package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one proposal wants to have written; it is adopted as a whole or not at all.
 *
 * @param origins of new systems and departments, which entity of a catalogue they are; older proposals have none
 */
public record Edit(
        List<Revised<Department>> departments,
        List<Revised<SystemFacts>> systems,
        List<TierOverride> overrides,
        List<Revised<Incident>> incidents,
        @Nullable List<CatalogueEntity> origins) {

    public Edit {
        departments = List.copyOf(departments);
        systems = List.copyOf(systems);
        overrides = List.copyOf(overrides);
        incidents = List.copyOf(incidents);
        origins = origins == null ? null : List.copyOf(origins);
    }

    static Edit catalogue(List<Revised<Department>> departments, List<Revised<SystemFacts>> systems) {
        return new Edit(departments, systems, List.of(), List.of(), List.of());
    }

    static Edit override(TierOverride override) {
        return new Edit(List.of(), List.of(), List.of(override), List.of(), List.of());
    }

    static Edit incident(Revised<Incident> incident) {
        return new Edit(List.of(), List.of(), List.of(), List.of(incident), List.of());
    }

    /** The same, with what its new systems and departments were made of. */
    Edit madeOf(List<CatalogueEntity> all) {
        Set<String> fresh = descriptions()
                .filter(revised -> revised.from() == 0)
                .map(revised -> revised.facts().key())
                .collect(Collectors.toSet());
        return new Edit(
                departments,
                systems,
                overrides,
                incidents,
                all.stream().filter(origin -> fresh.contains(origin.key())).toList());
    }

    public List<CatalogueEntity> entities() {
        return origins == null ? List.of() : origins;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return departments.isEmpty() && systems.isEmpty() && overrides.isEmpty() && incidents.isEmpty();
    }

    ProposalKind kind() {
        if (!overrides.isEmpty()) {
            return ProposalKind.TIER_OVERRIDE;
        }
        return incidents.isEmpty() ? ProposalKind.CATALOGUE : ProposalKind.INCIDENT;
    }

    /** Keys of the systems that it is about. */
    List<String> about() {
        return Stream.of(
                        systems.stream().map(revised -> revised.facts().key()),
                        overrides.stream().map(TierOverride::system),
                        incidents.stream().flatMap(revised -> revised.facts().systems().stream()))
                .flatMap(keys -> keys)
                .distinct()
                .sorted()
                .toList();
    }

    /** Everything that it describes anew. */
    Stream<Revised<? extends Described>> descriptions() {
        return Stream.of(departments, systems, incidents).flatMap(List::stream);
    }

    /** How many things it describes anew. */
    public int size() {
        return departments.size() + systems.size() + incidents.size();
    }

    /** In a few words, for lists and the record. */
    String title() {
        return switch (kind()) {
            case TIER_OVERRIDE ->
                "Tier %d for %s"
                        .formatted(
                                overrides.getFirst().tier(),
                                overrides.getFirst().system());
            case INCIDENT ->
                (incidents.getFirst().from() == 0 ? "Incident: " : "Correction: ")
                        + incidents.getFirst().facts().title();
            case CATALOGUE -> catalogueTitle();
        };
    }

    private String catalogueTitle() {
        if (departments.size() + systems.size() == 1) {
            Revised<? extends Described> one = descriptions().findFirst().orElseThrow();
            return (one.from() == 0 ? "New: " : "Edit: ") + one.facts().key();
        }
        long fresh = descriptions().filter(revised -> revised.from() == 0).count();
        return "Catalogue: %d new, %d changed".formatted(fresh, descriptions().count() - fresh);
    }
}
