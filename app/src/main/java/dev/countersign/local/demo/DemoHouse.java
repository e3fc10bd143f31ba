package dev.countersign.local.demo;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the people of the demo can do; each step is a use case that a person at the keyboard has too. */
@Component
@Profile("local")
class DemoHouse {

    private static final String PRE_MORTEM = "The first wave looked calm because its traffic was too low to show it.";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Drafts drafts;
    private final Changes changes;
    private final Reviews reviews;
    private final Inbox inbox;
    private final People people;
    private final Systems systems;
    private final JsonMapper json;
    private final Clock clock;

    DemoHouse(
            Drafts drafts,
            Changes changes,
            Reviews reviews,
            Inbox inbox,
            People people,
            Systems systems,
            JsonMapper json,
            Clock clock) {
        this.drafts = drafts;
        this.changes = changes;
        this.reviews = reviews;
        this.inbox = inbox;
        this.people = people;
        this.systems = systems;
        this.json = json;
        this.clock = clock;
    }

    Person person(String id) {
        return people.get(new PersonId(id));
    }

    ChangeId draft(DemoChange change) {
        return drafts.begin(person(change.author()), change.title(), answers(document(change)));
    }

    ChangeId submit(DemoChange change) {
        ChangeDocument document = document(change);
        ChangeId id = drafts.begin(person(change.author()), change.title(), answers(document));
        changes.submit(id, person(change.author()), document);
        return id;
    }

    void review(ChangeId id, String reviewer, Answer answer, String comment) {
        await(() -> changes.get(id).status() != Status.CHECKING, "the checks of " + id);
        UserTask seat = await(ChangePlan.REVIEW, id);
        reviews.claim(seat.id(), person(reviewer));
        decide(id, seat, reviewer, answer, comment);
    }

    void sign(ChangeId id, String director) {
        decide(id, await(ChangePlan.SIGN_OFF, id), director, Answer.APPROVE, "");
    }

    void withdraw(ChangeId id, String author, String reason) {
        await(() -> changes.get(id).status() != Status.CHECKING, "the checks of " + id);
        changes.withdraw(id, person(author), reason);
    }

    void execute(ChangeId id, String author) {
        await(() -> changes.get(id).window().isOpen(clock.instant()), "the window of " + id);
        changes.reportExecution(id, person(author), clock.instant(), "Released by hand, as planned.");
    }

    void conclude(ChangeId id, String author, Outcome outcome, String notes) {
        changes.recordOutcome(id, person(author), outcome, notes);
    }

    private void decide(ChangeId id, UserTask seat, String person, Answer answer, String comment) {
        String read = changes.get(id).revision().hash();
        reviews.decide(seat.id(), person(person), read, answer, comment, Care.withPreMortem(PRE_MORTEM));
    }

    private ChangeDocument document(DemoChange change) {
        List<String> repositories = systems.repositories(change.system());
        return change.document(
                repositories.isEmpty() ? "" : repositories.getFirst(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /** The answers of the form that say the same; the form keeps its commits as text. */
    private String answers(ChangeDocument document) {
        ObjectNode answers = json.valueToTree(document);
        answers.put("commits", String.join("\n", document.commits()));
        return answers.toString();
    }

    private UserTask await(String element, ChangeId id) {
        await(() -> !open(element, id).isEmpty(), "a task '%s' of %s".formatted(element, id));
        return open(element, id).getFirst();
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
