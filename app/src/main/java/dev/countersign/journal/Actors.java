package dev.countersign.journal;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts names to who is on the record; the house itself acts as `countersign`. */
@Component
public class Actors {

    private static final String HOUSE = "countersign";

    private final People people;

    Actors(People people) {
        this.people = people;
    }

    /** Names by actor; an actor that is no known person keeps its id. */
    public Map<String, String> names(Collection<String> actors) {
        List<PersonId> ids = actors.stream().distinct().map(PersonId::recorded).toList();
        Map<String, String> names = new HashMap<>(Map.of(HOUSE, "Countersign"));
        Map<PersonId, String> known = people.named(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
        actors.forEach(actor -> {
            String name = known.get(PersonId.recorded(actor));
            if (name != null) {
                names.put(actor, name);
            }
        });
        return names;
    }
}
