package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duty;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.Call;
import dev.countersign.reviews.Calls;
import dev.countersign.reviews.Nudge;
import dev.countersign.reviews.Reassignment;
import dev.countersign.reviews.Reassignments;
import dev.countersign.reviews.Rounds;
import dev.countersign.reviews.Waiting;
import dev.countersign.reviews.Waiting.Decision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the reader finds on their desk of reviews and leaders' decisions: what they can take, are called for, and lost. */
@Component
class ReviewWork {

    private final Waiting waiting;
    private final Calls calls;
    private final Reassignments reassignments;
    private final Rounds rounds;
    private final Changes changes;
    private final People people;

    ReviewWork(
            Waiting waiting, Calls calls, Reassignments reassignments, Rounds rounds, Changes changes, People people) {
        this.waiting = waiting;
        this.calls = calls;
        this.reassignments = reassignments;
        this.rounds = rounds;
        this.changes = changes;
        this.people = people;
    }

    /** Of the equal seats of one change one is enough to choose. */
    List<Task> decisions(Person person) {
        List<Decision> decisions = waiting.toDecide(person);
        Function<PersonId, String> names = names(decisions.stream()
                .flatMap(decision -> Stream.concat(
                        decision.nudge().flatMap(Nudge::by).stream(), decision.isFor(person.id()).stream())));
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            Task task = task(decision, person, names);
            tasks.merge(task.subject() + task.action(), task, (one, other) -> one.held() ? one : other);
        }
        return List.copyOf(tasks.values());
    }

    private static Task task(Decision decision, Person person, Function<PersonId, String> names) {
        UserTask task = decision.seat().task();
        return new Task(
                        action(decision.seat().duty()),
                        decision.seat().change().title(),
                        task.subject(),
                        "/reviews/" + task.id(),
                        decision.holder().filter(person::is).isPresent(),
                        task.openedAt(),
                        null)
                .due(decision.due())
                .because(decision.isFor(person.id())
                        .map(absent -> "For %s, who is away.".formatted(names.apply(absent)))
                        .or(() -> decision.nudge().map(nudge -> nudge.words(names)))
                        .orElse(""));
    }

    private static String action(Duty duty) {
        return switch (duty) {
            case REVIEWER -> "Review";
            case DIRECTOR -> "Sign off";
            case VP -> "Decide the escalation";
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException("Expected a seat for a decision, but it is none.");
        };
    }

    /** Changes whose reviews take so long that the reader is asked to find somebody. */
    List<Task> calls(Person person) {
        return calls.openFor(person).stream().map(this::task).toList();
    }

    private Task task(Call call) {
        Change change = changes.get(call.change());
        return onChange("Find a reviewer", change, call.due())
                .due(rounds.due(change))
                .because("You are called as %s.".formatted(call.step().words()));
    }

    /** Reviews that were taken from the reader and given to somebody else. */
    List<Task> losses(Person person) {
        List<Reassignment> taken = reassignments.takenFrom(person);
        Function<PersonId, String> names = names(taken.stream().flatMap(one -> Stream.of(one.by(), one.to())));
        return taken.stream().map(one -> task(one, names)).toList();
    }

    private Task task(Reassignment taken, Function<PersonId, String> names) {
        return onChange("See who has it", changes.get(taken.change()), taken.at())
                .because("%s gave your review of it to %s: %s"
                        .formatted(names.apply(taken.by()), names.apply(taken.to()), taken.reason()));
    }

    private static Task onChange(String action, Change change, Instant since) {
        ChangeId id = change.id();
        return new Task(action, change.title(), id.value(), "/changes/" + id + "#reviewers", false, since, null);
    }

    private Function<PersonId, String> names(Stream<PersonId> who) {
        return people.names(who.collect(Collectors.toSet()));
    }
}
