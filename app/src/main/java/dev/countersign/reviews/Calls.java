package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Reaches;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Recorded;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls people when the reviews of a change take long. A call puts the change on their desk and decides nothing; each
 * step of a round is taken once, whoever tries.
 */
@Component
public class Calls {

    private final CallRows rows;
    private final Rounds rounds;
    private final Changes changes;
    private final OpenSeats seats;
    private final Absences absences;
    private final AskRows asks;
    private final Suggestions suggestions;
    private final Systems systems;
    private final Reaches reaches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calls(
            CallRows rows,
            Rounds rounds,
            Changes changes,
            OpenSeats seats,
            Absences absences,
            AskRows asks,
            Suggestions suggestions,
            Systems systems,
            Reaches reaches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rounds = rounds;
        this.changes = changes;
        this.seats = seats;
        this.absences = absences;
        this.asks = asks;
        this.suggestions = suggestions;
        this.systems = systems;
        this.reaches = reaches;
        this.events = events;
        this.clock = clock;
    }

    /** Calls whoever is due to be called and was not. */
    @Transactional
    public void makeDue(ChangeId id) {
        Change change = changes.lock(id);
        rounds.of(change).ifPresent(round -> round.reached(clock.instant()).forEach(step -> make(change, round, step)));
    }

    private void make(Change change, Round round, Step step) {
        if (!rows.add(round, step, clock.instant())) {
            return;
        }
        List<PersonId> people = people(change, round, step);
        rows.add(round, step, people);
        events.publishEvent(
                new ReviewEvent.Called(change.id(), Recorded.HOUSE, change.systems(), step, round.at(step), people));
    }

    private List<PersonId> people(Change change, Round round, Step step) {
        return switch (step) {
            case REMINDER ->
                Stream.concat(holders(change), unclaimed(change, round))
                        .distinct()
                        .sorted()
                        .toList();
            case OWNER -> List.of(reaches.known(change.document()).leading().owner());
            case DIRECTOR -> withDelegate(department(change).director(), change);
            case VP -> withDelegate(department(change).vp(), change);
        };
    }

    /** A leader who is away may still look; whoever decides for them meanwhile is called too. */
    private List<PersonId> withDelegate(PersonId leader, Change change) {
        return Stream.concat(
                        Stream.of(leader),
                        absences.delegation(leader, change.department()).map(Delegation::delegate).stream())
                .distinct()
                .toList();
    }

    private Stream<PersonId> holders(Change change) {
        return seats.claimed(change).values().stream().flatMap(Optional::stream).map(Claim::person);
    }

    private Stream<PersonId> unclaimed(Change change, Round round) {
        return seats.free(change).stream().flatMap(_ -> suggestions.toRemind(change, asks.of(round)).stream());
    }

    private Department department(Change change) {
        return systems.department(change.department());
    }

    /** Those of the round that a change is in; none if it is not in review. */
    List<Call> of(Change change) {
        return rounds.of(change).map(rows::of).orElse(List.of());
    }

    /** The changes for which somebody was called to find a reviewer, and did nothing yet. */
    public List<Call> openFor(Person person) {
        return rows.openFor(person.id());
    }
}
