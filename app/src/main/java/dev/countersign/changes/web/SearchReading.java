package dev.countersign.changes.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import dev.countersign.spelling.CatalogueKey;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Understands what the list is asked, by whichever of its fields: the same words mean the same in each. */
@Component
class SearchReading {

    private static final String ME = "me";

    private final People people;
    private final Systems systems;

    SearchReading(People people, Systems systems) {
        this.people = people;
        this.systems = systems;
    }

    ChangeSearch read(Asked asked, Person reader) {
        return new AskedMeaning(asked, word -> people(word, reader), this::systems).of(reader.id());
    }

    /** By id, or else by name, of which there may be several. */
    private Set<PersonId> people(String word, Person reader) {
        if (word.equalsIgnoreCase(ME)) {
            return Set.of(reader.id());
        }
        Set<PersonId> byId =
                PersonId.of(word).flatMap(people::find).map(Person::id).stream().collect(Collectors.toSet());
        return byId.isEmpty() ? people.called(word).stream().map(Person::id).collect(Collectors.toSet()) : byId;
    }

    private Set<String> systems(String word) {
        String key = CatalogueKey.orTyped(word.toLowerCase(Locale.ROOT));
        if (systems.find(key).isPresent()) {
            return Set.of(key);
        }
        return systems.named(systems.called(word)).stream()
                .filter(system -> system.name().equalsIgnoreCase(word))
                .map(ProductionSystem::key)
                .collect(Collectors.toSet());
    }
}
