package dev.countersign.local.demo;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.AbsencePlan;
import dev.countersign.reviews.Absences;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Reviews;
import dev.countersign.reviews.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the demo can do; each step is a use case that a person at the keyboard has too. */
@Component
@Profile("local")
class DemoHouse {

    private static final String PRE_MORTEM = "The first wave looked calm because its traffic was too low to show it.";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Changes changes;
    private final Reviews reviews;
    private final Waiting waiting;
    private final Inbox inbox;
    private final People people;
    private final Absences absences;
    private final Clock clock;

    DemoHouse(
            Changes changes,
            Reviews reviews,
            Waiting waiting,
            Inbox inbox,
            People people,
            Absences absences,
            Clock clock) {
        this.changes = changes;
        this.reviews = reviews;
        this.waiting = waiting;
        this.inbox = inbox;
        this.people = people;
        this.absences = absences;
        this.clock = clock;
    }

    Person person(String id) {
        return people.get(new PersonId(id));
    }

    /** In three days, for a week, as their VP says; unless they are away or will be. */
    void goesOnLeave(String director, String vp, String delegate) {
        PersonId away = new PersonId(director);
        Instant from = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3));
        if (absences.of(away).isEmpty()) {
            absences.declare(
                    new AbsencePlan(
                            away, from, from.plus(Duration.ofDays(7)), "On leave", Optional.of(new PersonId(delegate))),
                    person(vp));
        }
    }

    /** Unless they have spoken already, or somebody at the keyboard took it elsewhere. */
    void review(ChangeId id, String reviewer, Answer answer, String comment) {
        await(() -> changes.get(id).status() != Status.CHECKING, "the checks of " + id);
        decide(id, ChangePlan.REVIEW, Status.IN_REVIEW, reviewer, answer, comment);
    }

    void sign(ChangeId id, String director) {
        decide(id, ChangePlan.SIGN_OFF, Status.SIGN_OFF, director, Answer.APPROVE, "");
    }

    void withdraw(ChangeId id, String author, String reason) {
        await(() -> changes.get(id).status() != Status.CHECKING, "the checks of " + id);
        if (isUntouched(id) && changes.get(id).status().canBeWithdrawn()) {
            changes.withdraw(id, person(author), reason);
        }
    }

    void execute(ChangeId id, String author) {
        await(
                () -> !isIn(Status.APPROVED, id) || changes.get(id).window().isOpen(clock.instant()),
                "the window of " + id);
        if (isIn(Status.APPROVED, id)) {
            changes.reportExecution(id, person(author), clock.instant(), "Released by hand, as planned.");
        }
    }

    void conclude(ChangeId id, String author, Outcome outcome, String notes) {
        changes.recordOutcome(id, person(author), outcome, notes);
    }

    private void decide(ChangeId id, String element, Status status, String person, Answer answer, String comment) {
        await(() -> !isIn(status, id) || !open(element, id).isEmpty(), "a task '%s' of %s".formatted(element, id));
        if (isIn(status, id) && isUntouched(id)) {
            open(element, id).stream()
                    .map(seat -> waiting.decision(seat, person(person)))
                    .filter(seat -> seat.toDecide().granted())
                    .findFirst()
                    .ifPresent(seat -> decide(seat, person(person), answer, comment));
        }
    }

    private void decide(Waiting.Decision waiting, Person person, Answer answer, String comment) {
        long task = waiting.seat().task().id();
        if (waiting.holder().isEmpty()) {
            reviews.claim(task, person);
        }
        String read = waiting.seat().change().revision().hash();
        reviews.decide(task, person, read, answer, comment, Care.withPreMortem(PRE_MORTEM));
    }

    /** An amended change is no longer the one that the demo knows. */
    private boolean isUntouched(ChangeId id) {
        return changes.get(id)
                .current()
                .filter(revision -> revision.number() == 1)
                .isPresent();
    }

    private boolean isIn(Status status, ChangeId id) {
        return changes.get(id).status() == status;
    }

    private List<UserTask> open(String element, ChangeId id) {
        return inbox.open(id.value()).stream()
                .filter(task -> task.element().equals(element))
                .toList();
    }

    private static void await(Supplier<Boolean> condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Expected to see %s within %s, but it did not come.".formatted(what, PATIENCE));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to load the demo data, but the application stops.", e);
        }
    }
}
