package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.identity.Person;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts everybody's work on their desk. */
@Component
public class Desk {

    private final OwnChanges own;
    private final ReviewWork reviews;
    private final Decisions decisions;
    private final Handovers handovers;

    Desk(OwnChanges own, ReviewWork reviews, Decisions decisions, Handovers handovers) {
        this.own = own;
        this.reviews = reviews;
        this.decisions = decisions;
        this.handovers = handovers;
    }

    public Work of(Person person) {
        List<Change> changes = own.of(person);
        Stream<Task> todo = changes.stream().flatMap(change -> own.task(change, person).stream());
        List<Task> tasks = Stream.of(
                        todo,
                        reviews.decisions(person).stream(),
                        reviews.calls(person).stream(),
                        reviews.losses(person).stream(),
                        decisions.onKeys(person).stream(),
                        decisions.onHolds(person).stream(),
                        decisions.onPolicy(person).stream(),
                        decisions.onEditions(person).stream(),
                        decisions.onRegistry(person).stream())
                .flatMap(stream -> stream)
                .sorted(Task.MOST_URGENT)
                .toList();
        List<Pending> pending = changes.stream()
                .filter(change -> own.task(change, person).isEmpty())
                .flatMap(change -> own.pending(change).stream())
                .toList();
        return new Work(tasks, pending, handovers.of(person), changes.size());
    }
}
