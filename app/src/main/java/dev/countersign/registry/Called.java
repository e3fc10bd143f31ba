package dev.countersign.registry;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.spelling.CatalogueKey;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom and what a word of a search means: by id or key, or else by the whole name, of which there may be several. */
@Component
public class Called {

    private static final String ME = "me";

    private final People people;
    private final Systems systems;

    Called(People people, Systems systems) {
        this.people = people;
        this.systems = systems;
    }

    /** The reader is `me`. */
    public Function<String, Set<PersonId>> people(Person reader) {
        return word -> word.equalsIgnoreCase(ME) ? Set.of(reader.id()) : people(word);
    }

    private Set<PersonId> people(String word) {
        Set<PersonId> byId =
                PersonId.of(word).flatMap(people::find).map(Person::id).stream().collect(Collectors.toSet());
        return byId.isEmpty() ? people.called(word).stream().map(Person::id).collect(Collectors.toSet()) : byId;
    }

    public Set<String> systems(String word) {
        String key = key(word);
        if (systems.find(key).isPresent()) {
            return Set.of(key);
        }
        return systems.named(systems.called(word)).stream()
                .filter(system -> system.name().equalsIgnoreCase(word))
                .map(ProductionSystem::key)
                .collect(Collectors.toSet());
    }

    public Set<String> departments(String word) {
        String key = key(word);
        return systems.departments().stream()
                .filter(one -> one.key().equals(key) || one.name().equalsIgnoreCase(word))
                .map(Department::key)
                .collect(Collectors.toSet());
    }

    private static String key(String word) {
        return CatalogueKey.orTyped(word.toLowerCase(Locale.ROOT));
    }
}
