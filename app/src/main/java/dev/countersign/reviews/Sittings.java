package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.PresentRoles;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of seats and of somebody before them, with as many questions for two hundred as for one. */
@Component
public class Sittings {

    private final Inbox inbox;
    private final Changes changes;
    private final Claims claims;
    private final SeatLeaders leaders;
    private final Speakers speakers;
    private final People people;
    private final PresentRoles roles;
    private final Clock clock;

    Sittings(
            Inbox inbox,
            Changes changes,
            Claims claims,
            SeatLeaders leaders,
            Speakers speakers,
            People people,
            PresentRoles roles,
            Clock clock) {
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.leaders = leaders;
        this.speakers = speakers;
        this.people = people;
        this.roles = roles;
        this.clock = clock;
    }

    /** Of one, to look at. */
    public Sitting of(Seat seat, Person person) {
        return of(List.of(seat), person).getFirst();
    }

    /** Of many, to look at; in their order. */
    List<Sitting> of(List<Seat> seats, Person person) {
        return gathered(seats, person, UnaryOperator.identity());
    }

    /**
     * Of an open task, to act on: the change is locked, and whoever speaks has the roles that still hold. Both stay as they
     * are until the transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Sitting locked(long task, Person person) {
        Change change = changes.lock(new ChangeId(inbox.get(task).subject()));
        UserTask open = inbox.get(task);
        return gathered(List.of(Seat.of(open, change)), roles.of(person), roles::of)
                .getFirst();
    }

    private List<Sitting> gathered(List<Seat> seats, Person person, UnaryOperator<Person> present) {
        Map<ChangeId, Change> about = seats.stream()
                .map(Seat::change)
                .collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
        var led = leaders.of(seats);
        Map<PersonId, Person> absent = absent(seats, led, person, present);
        Set<PersonId> speaking = new HashSet<>(absent.keySet());
        speaking.add(person.id());
        var voice = speakers.about(about.values(), speaking);
        Map<Long, Claim> claimed =
                claims.on(seats.stream().map(seat -> seat.task().id()).toList());
        Map<ChangeId, Set<Long>> theirs = claims.heldBy(person.id(), about.keySet());
        return seats.stream()
                .map(seat -> new Sitting(
                        seat,
                        voice.of(person, seat.change().id()),
                        behind(led.delegation(seat), person)
                                .map(absent::get)
                                .map(one -> voice.of(one, seat.change().id())),
                        led.leader(seat),
                        led.delegation(seat),
                        Optional.ofNullable(claimed.get(seat.task().id())),
                        theirs.getOrDefault(seat.change().id(), Set.of()).stream()
                                .anyMatch(task -> task != seat.task().id()),
                        clock.instant()))
                .toList();
    }

    /** Those for whom this person would decide, as the database knows them now. */
    private Map<PersonId, Person> absent(
            List<Seat> seats, SeatLeaders.Leadership led, Person person, UnaryOperator<Person> present) {
        Set<PersonId> absent = seats.stream()
                .flatMap(seat -> behind(led.delegation(seat), person).stream())
                .collect(Collectors.toSet());
        return absent.isEmpty()
                ? Map.of()
                : people.named(absent).stream().map(present).collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** Whose decision it would be, if this person took it for somebody else. */
    private static Optional<PersonId> behind(Optional<Delegation> delegation, Person person) {
        return delegation
                .filter(given -> person.is(given.delegate()))
                .map(Delegation::delegator)
                .filter(delegator -> !person.is(delegator));
    }
}
