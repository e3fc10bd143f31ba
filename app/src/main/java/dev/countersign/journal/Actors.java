package dev.countersign.journal;

import dev.countersign.forms.Chosen;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts names to who is on the record; the house itself acts as `countersign`. */
@Component
public class Actors {

    private final People people;
    private final History history;

    Actors(People people, History history) {
        this.people = people;
        this.history = history;
    }

    /** Everybody whom these words mean, by id or by name, in every spelling that the record has of them. */
    public Set<String> meant(List<String> typed) {
        if (typed.isEmpty()) {
            return Set.of();
        }
        List<String> recorded = history.actors();
        return Chosen.meant(
                "a person",
                typed,
                word -> spellings(word, recorded),
                "Choose somebody from the list, or leave the field empty.");
    }

    /** Somebody who is known but never did anything is on no entry, and that is no mistake. */
    private Set<String> spellings(String word, List<String> recorded) {
        PersonId id = PersonId.of(word).orElseGet(() -> PersonId.recorded(word));
        Set<PersonId> meant = people.called(word).stream().map(Person::id).collect(Collectors.toSet());
        meant.add(id);
        Set<String> found = recorded.stream()
                .filter(actor -> meant.contains(PersonId.recorded(actor)))
                .collect(Collectors.toSet());
        people.named(meant).forEach(known -> found.add(known.id().value()));
        return found;
    }

    /** Names by actor; an actor that is no known person keeps its id. */
    public Map<String, String> names(Collection<String> actors) {
        List<PersonId> ids = actors.stream().distinct().map(PersonId::recorded).toList();
        Map<String, String> names = new HashMap<>(Map.of(Recorded.HOUSE, "Countersign"));
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
