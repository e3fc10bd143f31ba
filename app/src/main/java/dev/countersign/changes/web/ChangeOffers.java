package dev.countersign.changes.web;

import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.registry.Systems;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the form of a change lets people choose from: the registry's systems and the engineers of the house. */
@Component
class ChangeOffers {

    private final Systems systems;
    private final People people;

    ChangeOffers(Systems systems, People people) {
        this.systems = systems;
        this.people = people;
    }

    /** Everything to choose from; nobody is their own co-author. */
    Offers forAuthor(Person author) {
        List<Option> choices = systems.choices().stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
        List<Option> others = people.with(Role.ENGINEER).stream()
                .filter(person -> !person.is(author.id()))
                .map(person -> new Option(person.id().value(), person.name()))
                .toList();
        return Offers.of("registeredSystems", choices).and("people", others);
    }
}
