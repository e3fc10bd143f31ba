package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Editing;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.engine.Visits;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.registry.Edits;
import dev.countersign.registry.Proposals;
import dev.countersign.registry.Systems;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.BeanFactory;

/** People who act through the use cases, and what they wait for; the truth is read from PostgreSQL only. */
public final class Cast {

    private final Drafts drafts;
    private final Changes changes;
    private final Editing editing;
    private final Reviews reviews;
    private final Inbox inbox;
    private final Visits visits;
    private final Systems systems;
    private final Edits edits;
    private final Proposals proposals;
    private final Clock clock;
    private final BeanFactory beans;

    private Cast(BeanFactory beans) {
        this.beans = beans;
        drafts = beans.getBean(Drafts.class);
        changes = beans.getBean(Changes.class);
        editing = beans.getBean(Editing.class);
        reviews = beans.getBean(Reviews.class);
        inbox = beans.getBean(Inbox.class);
        visits = beans.getBean(Visits.class);
        systems = beans.getBean(Systems.class);
        edits = beans.getBean(Edits.class);
        proposals = beans.getBean(Proposals.class);
        clock = beans.getBean(Clock.class);
    }

    public static Cast in(BeanFactory beans) {
        return new Cast(beans);
    }

    public Instant now() {
        return clock.instant();
    }

    /** A document as somebody would write it now. */
    public SampleDocument document() {
        return SampleDocument.writtenAt(clock.instant());
    }

    /** The same about a system of Tier 1, so that an addendum in force covers it. */
    public SampleDocument tierOneDocument() {
        keepsTierOne("cart-api");
        return document()
                .with("systems", List.of("cart-api"))
                .with("repository", "storefront/cart")
                .with("windowEnd", clock.instant().plus(Duration.ofHours(8)).toString());
    }

    /** Other tests turn the clock by months, until the incidents that made a system critical are a year old. */
    public void keepsTierOne(String system) {
        if (systems.get(system).tier() != 1) {
            Instant end = clock.instant().plus(Duration.ofDays(365));
            var asked = edits.override(system, 1, "It takes the orders.", end, Personas.JONAS);
            proposals.decide(asked.id(), Personas.GRACE, true, "Agreed.");
        }
    }

    public ChangeId drafted(Person author) {
        return drafts.begin(author, "Raise the basket time-out", "{}");
    }

    public ChangeId submitted(Person author, SampleDocument document) {
        ChangeId id = drafted(author);
        changes.submit(id, author, document.document());
        return id;
    }

    /** Submitted and seen by the checks, so that reviewers can begin. */
    public ChangeId inReview(Person author, SampleDocument document) {
        ChangeId id = submitted(author, document);
        task(id, ChangePlan.REVIEW);
        return id;
    }

    public Change change(ChangeId id) {
        return changes.get(id);
    }

    public Change reaches(ChangeId id, Status status) {
        await("change " + id + " is " + status).until(() -> change(id).status() == status);
        return change(id);
    }

    /** The first open task of that kind, once the plan asks for it. */
    public UserTask task(ChangeId id, String element) {
        return await(element + " of " + id + " is asked for")
                .until(() -> inbox.open(id.value(), element), Optional::isPresent)
                .orElseThrow();
    }

    /** All seats at the review table, once the plan asks for that many. */
    public List<UserTask> seats(ChangeId id, int number) {
        return await(number + " seats for " + id).until(() -> openReviews(id), seats -> seats.size() == number);
    }

    private List<UserTask> openReviews(ChangeId id) {
        return inbox.open(id.value()).stream()
                .filter(task -> task.element().equals(ChangePlan.REVIEW))
                .toList();
    }

    public List<UserTask> open(ChangeId id) {
        return inbox.open(id.value());
    }

    public Change decides(Person person, UserTask task, Answer answer) {
        Known.make(beans, person);
        return reviews.decide(
                task.id(),
                person,
                read(task),
                answer,
                "as read",
                Care.withPreMortem("The pool ran dry at noon.").declared());
    }

    public Change decides(Person person, ChangeId id, String element, Answer answer) {
        return decides(person, task(id, element), answer);
    }

    /** The hash of what a page about the task would show now. */
    public String read(UserTask task) {
        return change(new ChangeId(task.subject())).revision().hash();
    }

    public Change amends(Person author, ChangeId id, ChangeDocument document) {
        return changes.amend(id, author, change(id).revision().number(), document);
    }

    /** While people decide on it or have approved it. */
    public Change edits(Person author, ChangeId id, SampleDocument document) {
        return editing.edit(id, author, change(id).revision().number(), document.document());
    }

    /** Brings a change on the control plane of a tier-2 system as far as its director. */
    public ChangeId awaitingSignOff() {
        return awaitingSignOff(document().onControlPlane());
    }

    private ChangeId awaitingSignOff(SampleDocument document) {
        ChangeId id = inReview(Personas.ADA, document);
        decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        task(id, ChangePlan.SIGN_OFF);
        return id;
    }

    public ChangeId escalated() {
        return escalated(document().onControlPlane());
    }

    /** With a text that somebody can edit later. */
    public ChangeId escalated(SampleDocument document) {
        ChangeId id = awaitingSignOff(document);
        decides(Personas.ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE);
        task(id, ChangePlan.ESCALATION);
        return id;
    }

    /** Approved by one reviewer, and its process waits for the execution. */
    public ChangeId approved() {
        ChangeId id = inReview(Personas.ADA, document());
        decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        passed(id, "schedule-change");
        return id;
    }

    public ChangeId needsWork() {
        ChangeId id = submitted(Personas.ADA, document().with("alarms", ""));
        task(id, ChangePlan.AMEND);
        return id;
    }

    /** Returns when the work at all these elements is done. */
    public void passed(ChangeId id, String... elements) {
        await("the process of " + id + " passes " + List.of(elements))
                .untilAsserted(() -> assertThat(done(id)).as("done for %s", id).contains(elements));
    }

    private List<String> done(ChangeId id) {
        return visits.of(id.value()).stream()
                .filter(Visits.Visit::completed)
                .map(Visits.Visit::element)
                .toList();
    }

    /** A machine under load only makes it wait longer. */
    public static ConditionFactory await(String state) {
        return Awaitility.await(state)
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(15));
    }
}
