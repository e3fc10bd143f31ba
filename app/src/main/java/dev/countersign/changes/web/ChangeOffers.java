package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Systems;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the form of a change lets people choose from: the registry's systems and the engineers of the house. */
@Component
class ChangeOffers {

    private static final PersonId NOBODY = new PersonId("-");

    private final Systems systems;
    private final People people;

    ChangeOffers(Systems systems, People people) {
        this.systems = systems;
        this.people = people;
    }

    /** Everything to choose from in a blank form; nobody is their own co-author. */
    Offers forAuthor(PersonId author) {
        List<Option> choices = systems.choices().stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
        return without(author).and("registeredSystems", choices);
    }

    /** The same for a change, whoever of its authors opens its form: nobody who is named in it gets lost. */
    Offers about(Change change) {
        return change.current()
                        .map(Revision::document)
                        .filter(text -> text.coAuthors().contains(change.author())
                                || change.author().equals(text.operator()))
                        .isPresent()
                ? forAuthor(NOBODY)
                : forAuthor(change.author());
    }

    /** The engineers of the house but one. */
    Offers without(PersonId one) {
        return Offers.of(
                "people",
                people.with(Role.ENGINEER).stream()
                        .filter(person -> !person.is(one))
                        .map(person -> new Option(person.id().value(), person.name()))
                        .toList());
    }
}
