package dev.countersign.registry.web;

import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the registry's forms let people choose from; whoever stands there already may stay. */
@Component
class RegistryOffers {

    private final Systems systems;
    private final People people;

    RegistryOffers(Systems systems, People people) {
        this.systems = systems;
        this.people = people;
    }

    Offers forSystem(Optional<PersonId> owner) {
        return systems().and("departments", departments()).and("owners", people(Role.SYSTEM_OWNER, owner));
    }

    List<Option> departments() {
        return systems.departments().stream()
                .map(department -> new Option(department.key(), department.name()))
                .toList();
    }

    List<Option> people(Role role) {
        return people(role, Optional.empty());
    }

    Offers forDepartment(Optional<PersonId> director, Optional<PersonId> vp) {
        return Offers.of("directors", people(Role.DIRECTOR, director)).and("vps", people(Role.VP, vp));
    }

    Offers systems() {
        return Offers.of(
                "registeredSystems",
                systems.choices().stream()
                        .map(choice -> new Option(choice.value(), choice.label()))
                        .toList());
    }

    private List<Option> people(Role role, Optional<PersonId> present) {
        return Stream.concat(people.with(role).stream(), present.flatMap(people::find).stream())
                .distinct()
                .map(RegistryOffers::option)
                .distinct()
                .toList();
    }

    private static Option option(Person person) {
        return new Option(person.id().value(), person.name());
    }
}
