package dev.countersign.local.demo;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.registry.Systems;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the people and systems of a made-up retailer. */
@Component
@Profile("local")
@Order(10)
class DemoRegistry implements ApplicationRunner {

    private final People people;
    private final Systems systems;
    private final DemoKeepers keepers;

    DemoRegistry(People people, Systems systems, DemoKeepers keepers) {
        this.people = people;
        this.systems = systems;
        this.keepers = keepers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    /** Whoever has logged in already stays as the identity provider described them. */
    void load() {
        Stream.concat(DemoPeople.ALL.stream(), others())
                .filter(person -> people.find(person.id()).isEmpty())
                .forEach(people::remember);
        if (systems.departments().isEmpty()) {
            keepers.fillRegistry();
        }
    }

    private static Stream<Person> others() {
        return DemoDepartment.ALL.stream()
                .flatMap(department -> Stream.concat(
                        Stream.of(other(department.director(), Role.DIRECTOR), other(department.vp(), Role.VP)),
                        department.owners().stream().map(id -> other(id, Role.SYSTEM_OWNER))))
                .distinct();
    }

    /** Their names are their ids, written out; they have no log-in. */
    private static Person other(String id, Role role) {
        String name = Arrays.stream(id.split("\\.", -1))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining(" "));
        return new Person(new PersonId(id), name, id + "@countersign.example", Set.of(role));
    }
}
