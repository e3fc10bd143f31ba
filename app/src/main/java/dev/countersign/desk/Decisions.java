package dev.countersign.desk;

import dev.countersign.changes.Duty;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.reviews.Waiting;
import dev.countersign.reviews.Waiting.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the reader is asked to decide: changes, and addenda of the policy. */
@Component
class Decisions {

    private static final int MOST = 50;
    private static final Map<String, String> POLICY =
            Map.of("approve-addendum", "Decide the addendum", "approve-amendment", "Decide the amendment");

    private final Waiting waiting;
    private final Inbox inbox;

    Decisions(Waiting waiting, Inbox inbox) {
        this.waiting = waiting;
        this.inbox = inbox;
    }

    /** Of the equal seats of one change one is enough to choose. */
    List<Task> onChanges(Person person) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Decision decision : waiting.forPerson(person)) {
            if (decision.toDecide().granted()) {
                Task task = task(decision, person);
                tasks.merge(task.subject() + task.action(), task, (one, other) -> one.held() ? one : other);
            }
        }
        return List.copyOf(tasks.values());
    }

    List<Task> onPolicy(Person person) {
        return inbox.openFor(person.roles().stream().map(Role::realmName).toList(), MOST).stream()
                .filter(task -> POLICY.containsKey(task.element()))
                .map(Decisions::task)
                .toList();
    }

    private static Task task(Decision decision, Person person) {
        UserTask task = decision.seat().task();
        return new Task(
                        action(decision.seat().duty()),
                        decision.seat().change().title(),
                        task.subject(),
                        "/reviews/" + task.id(),
                        decision.holder().filter(person::is).isPresent(),
                        task.openedAt(),
                        null)
                .due(task.due());
    }

    private static Task task(UserTask task) {
        String action = Optional.ofNullable(POLICY.get(task.element())).orElse(task.element());
        return new Task(
                        action,
                        "Policy addendum",
                        task.subject(),
                        "/policy/addenda/" + task.subject(),
                        false,
                        task.openedAt(),
                        null)
                .due(task.due());
    }

    private static String action(Duty duty) {
        return switch (duty) {
            case REVIEWER -> "Review";
            case DIRECTOR -> "Sign off";
            case VP -> "Decide the escalation";
            case AUTHOR -> throw new IllegalStateException("Expected a seat for a decision, but authors have none.");
        };
    }
}
