package dev.countersign.reviews;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one reader and many seats, fetched at once: of the reader, and of those for whom they would decide.
 * Anybody else is looked at closely, which no list does.
 *
 * @param known those of whom it is all here
 * @param holders who is at work on which task
 * @param held on which tasks the reader is at work, by change
 * @param leaders who leads where
 * @param delegations who decides for which leader where
 * @param absent those for whom the reader would decide
 * @param duties what who is to which change
 * @param wrote what makes whom an author of which change
 * @param spoke who spoke on which change as it is now, or somebody did for them
 * @param refused the ties that the house refuses
 */
record ManySeats(
        PersonId reader,
        SeatLook closely,
        Set<PersonId> known,
        Map<Long, PersonId> holders,
        Map<ChangeId, Set<Long>> held,
        Map<Post, PersonId> leaders,
        Map<Led, Delegation> delegations,
        Map<PersonId, Person> absent,
        Map<There, Duty> duties,
        Map<There, Authorship> wrote,
        Set<There> spoke,
        Map<There, List<Relation>> refused)
        implements SeatLook {

    /** Every seat of one duty in one department has the same leader. */
    record Post(Duty duty, String department) {
        static Post of(Seat seat) {
            return new Post(seat.duty(), seat.change().department());
        }
    }

    /** A leader in one of their departments. */
    record Led(PersonId leader, String department) {}

    /** Somebody, as far as one change goes. */
    record There(ChangeId change, PersonId person) {}

    @Override
    public Optional<PersonId> holder(Seat seat) {
        return Optional.ofNullable(holders.get(seat.task().id()));
    }

    @Override
    public boolean holdsAnother(Seat seat, PersonId person) {
        return person.equals(reader)
                ? held.getOrDefault(seat.change().id(), Set.of()).stream()
                        .anyMatch(task -> task != seat.task().id())
                : closely.holdsAnother(seat, person);
    }

    @Override
    public Optional<Delegation> delegation(Seat seat) {
        return leader(seat)
                .map(leader -> new Led(leader, seat.change().department()))
                .flatMap(led -> Optional.ofNullable(delegations.get(led)));
    }

    private Optional<PersonId> leader(Seat seat) {
        return Optional.ofNullable(leaders.get(Post.of(seat)));
    }

    @Override
    public SeatFacts facts(Seat seat) {
        return new Facts(seat, closely.facts(seat));
    }

    private final class Facts implements SeatFacts {

        private final Seat seat;
        private final SeatFacts closely;

        Facts(Seat seat, SeatFacts closely) {
            this.seat = seat;
            this.closely = closely;
        }

        @Override
        public Optional<Duty> duty(Person person) {
            return isKnown(person) ? Optional.ofNullable(duties.get(there(person))) : closely.duty(person);
        }

        @Override
        public Optional<Authorship> authorship(Person person) {
            return isKnown(person) ? Optional.ofNullable(wrote.get(there(person))) : closely.authorship(person);
        }

        @Override
        public Optional<PersonId> leader() {
            return ManySeats.this.leader(seat);
        }

        @Override
        public Optional<Person> behind(Person person) {
            return delegation(seat)
                    .filter(given -> person.is(given.delegate()) && !person.is(given.delegator()))
                    .flatMap(given -> person.is(reader)
                            ? Optional.ofNullable(absent.get(given.delegator()))
                            : closely.behind(person));
        }

        @Override
        public boolean hasSpoken(Person person) {
            return isKnown(person) ? spoke.contains(there(person)) : closely.hasSpoken(person);
        }

        @Override
        public List<Relation> refused(Person person) {
            return isKnown(person) ? refused.getOrDefault(there(person), List.of()) : closely.refused(person);
        }

        private boolean isKnown(Person person) {
            return known.contains(person.id());
        }

        private There there(Person person) {
            return new There(seat.change().id(), person.id());
        }
    }
}
