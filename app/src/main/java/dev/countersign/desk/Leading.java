package dev.countersign.desk;

import dev.countersign.gate.Bypasses;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.InboxFilter;
import dev.countersign.reviews.Pace;
import dev.countersign.reviews.Waiting;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells directors and VPs how their departments stand. */
@Component
public class Leading {

    private final Systems systems;
    private final Waiting waiting;
    private final Pace pace;
    private final Bypasses bypasses;

    Leading(Systems systems, Waiting waiting, Pace pace, Bypasses bypasses) {
        this.systems = systems;
        this.waiting = waiting;
        this.pace = pace;
        this.bypasses = bypasses;
    }

    /** Empty for who leads nothing. */
    public Optional<LeaderFigures> figures(Person person) {
        Set<String> led = led(person);
        return led.isEmpty()
                ? Optional.empty()
                : Optional.of(new LeaderFigures(
                        led,
                        pace.median(led),
                        waiting.count(person, InboxFilter.overdueIn(led)),
                        bypasses.openIn(led)));
    }

    private Set<String> led(Person person) {
        return person.has(Role.DIRECTOR) || person.has(Role.VP)
                ? systems.departments().stream()
                        .filter(one -> isLed(one, person))
                        .map(Department::key)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static boolean isLed(Department department, Person person) {
        boolean asDirector = person.has(Role.DIRECTOR) && person.is(department.director());
        return asDirector || (person.has(Role.VP) && person.is(department.vp()));
    }
}
