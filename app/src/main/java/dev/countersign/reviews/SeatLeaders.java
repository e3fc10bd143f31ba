package dev.countersign.reviews;

import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose a leader's seat is, and who may take it for them while they are away. */
@Component
public class SeatLeaders {

    private final Systems systems;
    private final Absences absences;
    private final People people;

    SeatLeaders(Systems systems, Absences absences, People people) {
        this.systems = systems;
        this.absences = absences;
        this.people = people;
    }

    /** Who leads its department in the seat's duty; empty if any reviewer may take it. */
    public Optional<PersonId> of(Seat seat) {
        return switch (seat.duty()) {
            case DIRECTOR -> Optional.of(department(seat).director());
            case VP -> Optional.of(department(seat).vp());
            case AUTHOR, REVIEWER, KEY_HOLDER -> Optional.empty();
        };
    }

    /** To whom its change goes next if nobody takes it. */
    PersonId above(Seat seat) {
        return department(seat).vp();
    }

    /** By which somebody may take it now for who leads there. */
    public Optional<Delegation> delegation(Seat seat) {
        return of(seat).flatMap(
                        leader -> absences.delegation(leader, seat.change().department()));
    }

    /** By which this person would take it; empty if they would take it for themselves, or may not. */
    public Optional<Delegation> delegation(Seat seat, Person person) {
        return delegation(seat)
                .filter(given -> person.is(given.delegate()))
                .filter(given -> !person.is(given.delegator()));
    }

    /** For whom this person would take it, as the database knows them now. */
    Optional<Person> behind(Seat seat, Person person) {
        return delegation(seat, person).map(Delegation::delegator).map(people::get);
    }

    private Department department(Seat seat) {
        return systems.department(seat.change().department());
    }
}
