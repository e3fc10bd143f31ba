package dev.countersign.registry.web;

import dev.countersign.forms.Chosen;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.AiRelated;
import dev.countersign.registry.Department;
import dev.countersign.registry.IncidentFilter;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import dev.countersign.spelling.CatalogueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a list is narrowed to, for people and programs alike. */
@Component
class ListFilters {

    private final Systems systems;
    private final People people;

    ListFilters(Systems systems, People people) {
        this.systems = systems;
        this.people = people;
    }

    SystemFilter systems(
            String text,
            List<String> tier,
            List<String> department,
            List<String> owner,
            boolean consumerFacing,
            boolean controlPlane) {
        return SystemFilter.of(
                text,
                Chosen.among("a tier", tier, SystemFilter.TIERS, String::valueOf),
                departments(department),
                Chosen.meant("an owner", owner, this::person, "Choose somebody from the list of owners."),
                consumerFacing,
                controlPlane);
    }

    IncidentFilter incidents(
            String text,
            List<String> severity,
            String system,
            boolean orderAffecting,
            boolean noRecord,
            List<String> aiRelated) {
        return IncidentFilter.of(
                text,
                Chosen.among("a severity", severity, IncidentFilter.SEVERITIES, String::valueOf),
                system,
                orderAffecting,
                noRecord,
                Chosen.among(
                        "what a machine had to do with it", aiRelated, List.of(AiRelated.values()), AiRelated::word));
    }

    private Set<String> departments(List<String> typed) {
        return typed.isEmpty()
                ? Set.of()
                : Chosen.among(
                                "a department",
                                typed.stream().map(CatalogueKey::orTyped).toList(),
                                systems.departments(),
                                Department::key)
                        .stream()
                        .map(Department::key)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private Set<PersonId> person(String typed) {
        return Optional.of(typed)
                .flatMap(PersonId::of)
                .filter(id -> people.find(id).isPresent())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
