package dev.countersign.reviews;

import dev.countersign.changes.Authorship;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one reader and many seats, fetched at once. Whatever speaks against the reader is looked at closely, and
 * so is everybody else: both are few.
 *
 * @param holders who is at work on which task
 * @param held on which tasks the reader is at work, by change
 * @param duties what the reader is to which change
 * @param wrote changes that the reader wrote, or of which a commit is theirs
 * @param spoke changes of which the reader said anything, or somebody did for them
 * @param delegations what was asked already of leaders' seats, by duty and department
 */
record ManySeats(
        PersonId reader,
        SeatLook closely,
        Map<Long, PersonId> holders,
        Map<ChangeId, Set<Long>> held,
        Map<ChangeId, Duty> duties,
        Set<ChangeId> wrote,
        Set<ChangeId> spoke,
        Map<String, Optional<Delegation>> delegations,
        Map<String, Optional<PersonId>> leaders)
        implements SeatLook {

    ManySeats(
            PersonId reader,
            SeatLook closely,
            Map<Long, PersonId> holders,
            Map<ChangeId, Set<Long>> held,
            Map<ChangeId, Duty> duties,
            Set<ChangeId> wrote,
            Set<ChangeId> spoke) {
        this(reader, closely, holders, held, duties, wrote, spoke, new HashMap<>(), new HashMap<>());
    }

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
        return delegations.computeIfAbsent(place(seat), _ -> closely.delegation(seat));
    }

    @Override
    public SeatFacts facts(Seat seat) {
        return new Facts(seat, closely.facts(seat));
    }

    /** Every seat of one duty in one department has the same leader. */
    private static String place(Seat seat) {
        return seat.duty() + " " + seat.change().department();
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
            return person.is(reader) ? Optional.ofNullable(duties.get(change())) : closely.duty(person);
        }

        @Override
        public Optional<Authorship> authorship(Person person) {
            return person.is(reader) && !wrote.contains(change()) ? Optional.empty() : closely.authorship(person);
        }

        @Override
        public Optional<PersonId> leader() {
            return leaders.computeIfAbsent(place(seat), _ -> closely.leader());
        }

        @Override
        public Optional<Person> behind(Person person) {
            return delegation(seat).filter(given -> person.is(given.delegate())).isPresent()
                    ? closely.behind(person)
                    : Optional.empty();
        }

        @Override
        public boolean hasSpoken(Person person) {
            return (!person.is(reader) || spoke.contains(change())) && closely.hasSpoken(person);
        }

        @Override
        public List<Relation> refused(Person person) {
            return closely.refused(person);
        }

        private ChangeId change() {
            return seat.change().id();
        }
    }
}
