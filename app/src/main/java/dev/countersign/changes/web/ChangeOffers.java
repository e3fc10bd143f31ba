package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.moments.ReaderZone;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What the form of a change lets people choose from: the registry's systems and the engineers of the house. */
@Component
class ChangeOffers {

    private final Systems systems;
    private final People people;
    private final Clock clock;

    ChangeOffers(Systems systems, People people, Clock clock) {
        this.systems = systems;
        this.people = people;
        this.clock = clock;
    }

    /** Everything to choose from in a blank form; nobody is their own co-author. */
    Offers forAuthor(PersonId author) {
        return withSystems(without(author));
    }

    /** The same for a change, whoever of its authors opens its form: nobody who is named in it gets lost. */
    Offers about(Change change) {
        return change.current()
                        .map(Revision::document)
                        .filter(text -> text.coAuthors().contains(change.author())
                                || change.author().equals(text.operator()))
                        .isPresent()
                ? withSystems(engineers(_ -> true))
                : forAuthor(change.author());
    }

    /** The engineers of the house but one. */
    Offers without(PersonId one) {
        return engineers(person -> !person.is(one));
    }

    private Offers withSystems(Offers people) {
        List<Option> choices = systems.choices().stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
        return people.and("registeredSystems", choices)
                .and("windowStarts", WindowPreset.starts(clock.instant(), ReaderZone.now()))
                .and("windowSpans", WindowPreset.spans());
    }

    private Offers engineers(Predicate<Person> who) {
        return Offers.of(
                "people",
                people.with(Role.ENGINEER).stream()
                        .filter(who)
                        .map(person -> new Option(person.id().value(), person.name()))
                        .toList());
    }
}
