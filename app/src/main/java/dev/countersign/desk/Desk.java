package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts everybody's work on their desk. */
@Component
public class Desk {

    private final OwnChanges own;
    private final ReviewWork reviews;
    private final Decisions decisions;
    private final Handovers handovers;
    private final Mailbox mailbox;

    Desk(OwnChanges own, ReviewWork reviews, Decisions decisions, Handovers handovers, Mailbox mailbox) {
        this.own = own;
        this.reviews = reviews;
        this.decisions = decisions;
        this.handovers = handovers;
        this.mailbox = mailbox;
    }

    public Work of(Person person) {
        List<Change> changes = own.of(person);
        Map<Change, Optional<Task>> turns = own.turns(changes, person);
        Stream<Task> todo = turns.values().stream().flatMap(Optional::stream);
        List<Task> tasks = Stream.of(
                        todo,
                        reviews.decisions(person).stream(),
                        reviews.calls(person).stream(),
                        reviews.losses(person).stream(),
                        decisions.onKeys(person).stream(),
                        decisions.onHolds(person).stream(),
                        decisions.onBypasses(person).stream(),
                        decisions.onPolicy(person).stream(),
                        decisions.onEditions(person).stream(),
                        decisions.onRegistry(person).stream())
                .flatMap(stream -> stream)
                .sorted(Task.MOST_URGENT)
                .toList();
        List<Pending> pending = own.pending(turns.entrySet().stream()
                .filter(turn -> turn.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        return new Work(tasks, pending, handovers.of(person), mailbox.of(person, changes), changes.size());
    }
}
