package dev.countersign.policy.web;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The names of leaders by their ids, fetched once for a page. */
@Component
class LeaderNames {

    private final People people;

    LeaderNames(People people) {
        this.people = people;
    }

    Function<PersonId, String> of(Collection<PersonId> ids) {
        Map<PersonId, String> names = people.named(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
        return id -> names.getOrDefault(id, id.value());
    }
}
