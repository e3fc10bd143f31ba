package dev.countersign.identity;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/** People as the database knows them after a log-in. */
public final class Known {

    private Known() {}

    /** Now it knows them, with these roles at least: what other tests gave them stays. */
    public static void make(BeanFactory beans, Person person) {
        People people = beans.getBean(People.class);
        Set<Role> before = people.find(person.id()).map(Person::roles).orElse(Set.of());
        if (!before.containsAll(person.roles())) {
            people.remember(with(person, Stream.concat(before.stream(), person.roles().stream())));
        }
    }

    private static Person with(Person person, Stream<Role> roles) {
        return new Person(person.id(), person.name(), person.email(), roles.collect(Collectors.toUnmodifiableSet()));
    }
}
