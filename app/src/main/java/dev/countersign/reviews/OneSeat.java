package dev.countersign.reviews;

import dev.countersign.changes.Authors;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the database for each fact about a seat when it matters. */
@Component
class OneSeat implements SeatLook {

    private final Duties duties;
    private final Authors authors;
    private final Claims claims;
    private final Verdicts verdicts;
    private final SeatLeaders leaders;
    private final Relations relations;

    OneSeat(
            Duties duties,
            Authors authors,
            Claims claims,
            Verdicts verdicts,
            SeatLeaders leaders,
            Relations relations) {
        this.duties = duties;
        this.authors = authors;
        this.claims = claims;
        this.verdicts = verdicts;
        this.leaders = leaders;
        this.relations = relations;
    }

    @Override
    public Optional<PersonId> holder(Seat seat) {
        return claims.holder(seat.task().id());
    }

    @Override
    public boolean holdsAnother(Seat seat, PersonId person) {
        return claims.holdsAnother(person, seat.change().id(), seat.task().id());
    }

    @Override
    public Optional<Delegation> delegation(Seat seat) {
        return leaders.delegation(seat);
    }

    @Override
    public SeatFacts facts(Seat seat) {
        Change change = seat.change();
        return new SeatFacts() {
            @Override
            public Optional<Duty> duty(Person person) {
                return duties.of(change.id(), person.id());
            }

            @Override
            public Optional<Authorship> authorship(Person person) {
                return authors.of(change.id(), person.id());
            }

            @Override
            public Optional<PersonId> leader() {
                return leaders.of(seat);
            }

            @Override
            public Optional<Person> behind(Person person) {
                return leaders.behind(seat, person);
            }

            @Override
            public boolean hasSpoken(Person person) {
                return verdicts.of(change.id(), change.revision().number()).stream()
                        .anyMatch(given -> given.isOf(person.id()));
            }

            @Override
            public List<Relation> refused(Person person) {
                return relations.refused(change.id(), person.id());
            }
        };
    }
}
