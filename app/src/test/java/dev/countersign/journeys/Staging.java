package dev.countersign.journeys;

import static org.awaitility.Awaitility.await;

import dev.countersign.Cast;
import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeDocument.AiInvolvement;
import dev.countersign.changes.ChangeDocument.BlastRadius;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeDocument.Kind;
import dev.countersign.changes.ChangeDocument.Step;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Commit;
import dev.countersign.changes.Commit.Hand;
import dev.countersign.changes.Commits;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.changes.Transfers;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Known;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.policy.Addenda;
import dev.countersign.policy.ClauseTemplate;
import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.Proposal;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a change to where a journey begins, through the use cases that the pages call too. */
@TestComponent
class Staging {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Drafts drafts;
    private final Changes changes;
    private final Reviews reviews;
    private final Addenda addenda;
    private final PolicyDrafts policyDrafts;
    private final EditionDecisions decisions;
    private final Policies policies;
    private final People people;
    private final Inbox inbox;
    private final Clock clock;
    private final BeanFactory beans;
    private final Cast cast;

    Staging(
            Drafts drafts,
            Changes changes,
            Reviews reviews,
            Addenda addenda,
            PolicyDrafts policyDrafts,
            EditionDecisions decisions,
            Policies policies,
            People people,
            Inbox inbox,
            Clock clock,
            BeanFactory beans) {
        this.drafts = drafts;
        this.changes = changes;
        this.reviews = reviews;
        this.addenda = addenda;
        this.policyDrafts = policyDrafts;
        this.decisions = decisions;
        this.policies = policies;
        this.people = people;
        this.inbox = inbox;
        this.clock = clock;
        this.beans = beans;
        cast = Cast.in(beans);
    }

    /** Every journey finds blank forms. */
    private void forgetWhatWasTyped() {
        beans.getBean(JdbcClient.class).sql("DELETE FROM changes.typing").update();
    }

    /** Under an addendum a change of a Tier-1 system needs two reviews and its director. */
    void addendum() {
        forgetWhatWasTyped();
        cast.keepsTierOne("checkout-api");
        if (addenda.inForce().isEmpty()) {
            var proposed = addenda.propose(
                    new Proposal("Controlled friction for Tier 1", "Orders were lost to unreviewed changes.", 90),
                    person("grace"));
            addenda.decide(proposed.id(), person("hugo"), true, "Agreed.");
        }
    }

    /** Jonas's draft with a clause more than the table in force. */
    String draft(String title) {
        PolicyDraft draft = policyDrafts.begin(policies.inForce().id(), title, person("jonas"));
        List<TypedRule> rules = new ArrayList<>(policyDrafts.table(draft).rules());
        rules.add(ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule());
        policyDrafts.save(draft.id(), 0, new TypedTable(rules), person("jonas"));
        return draft.id().value();
    }

    /** To begin in a year, so that no other journey meets it. */
    void propose(String draft) {
        policyDrafts.propose(
                new PolicyDraftId(draft),
                1,
                clock.instant().plus(Duration.ofDays(365)),
                "Nights are quiet, and nobody is there to help.",
                person("jonas"));
        await().atMost(PATIENCE).until(() -> inbox.open(draft).size() == 2);
    }

    /** By two leaders, so that it is to come. */
    void approve(String draft) {
        decisions.decide(new PolicyDraftId(draft), 1, person("elena"), true, "Agreed.");
        decisions.decide(new PolicyDraftId(draft), 1, person("hugo"), true, "");
    }

    /** Ada's change with Ben as its co-author, its checks green, its two reviews asked for. */
    String inReview(String title) {
        ChangeId id = drafts.begin(person("ada"), title, "{}");
        changes.submit(id, person("ada"), document(title, "Error rate stays low"));
        awaits(id, Status.IN_REVIEW);
        await().atMost(PATIENCE).until(() -> inbox.open(id.value()).size() == 2);
        return id.value();
    }

    /** The same with a check that is red, waiting for Ada to amend it. */
    String needingWork(String title) {
        ChangeId id = drafts.begin(person("ada"), title, "{}");
        changes.submit(id, person("ada"), document(title, ""));
        awaits(id, Status.NEEDS_WORK);
        return id.value();
    }

    /** The same after both reviewers approved. */
    String awaitingSignOff(String title) {
        ChangeId id = new ChangeId(inReview(title));
        List<UserTask> seats = inbox.open(id.value());
        approve(id, seats.get(0), "chloe");
        approve(id, seats.get(1), "dmitri");
        awaits(id, Status.SIGN_OFF);
        await().atMost(PATIENCE).until(() -> inbox.open(id.value()).size() == 1);
        return id.value();
    }

    /** The same after the director signed. */
    String approved(String title) {
        ChangeId id = new ChangeId(awaitingSignOff(title));
        approve(id, inbox.open(id.value()).getFirst(), "elena");
        awaits(id, Status.APPROVED);
        return id.value();
    }

    /** Ada, and a machine that nobody knows here. */
    void tellsWhoCommitted(String change) {
        ChangeDocument document = changes.get(new ChangeId(change)).document();
        beans.getBean(Commits.class)
                .tell(
                        new Commit(
                                document.repository(),
                                document.commits().getFirst(),
                                List.of(
                                        new Hand(Part.COMMITTER, "ada"),
                                        new Hand(Part.CODE_AUTHOR, "chloe"),
                                        new Hand(Part.PUSHER, "nightly@elsewhere.example"))),
                        person("ada"));
    }

    void handsOver(String change, String from, String to) {
        beans.getBean(Transfers.class)
                .handOver(new ChangeId(change), person(from), new PersonId(to), "On leave from Monday on.");
    }

    /** Somebody with the role of a reviewer takes the seat that is left. */
    void approvesLast(String change, String who) {
        UserTask seat = inbox.open(change).getFirst();
        String read = changes.get(new ChangeId(change)).revision().hash();
        Person reviewer = new Person(new PersonId(who), who, "", Set.of(Role.REVIEWER));
        Known.make(beans, reviewer);
        reviews.decide(seat.id(), reviewer, read, Answer.APPROVE, "Read it all.", Care.UNKNOWN.declared());
    }

    /** Somebody takes the first seat that is free. */
    void approves(String change, String who) {
        approve(new ChangeId(change), inbox.open(change).getFirst(), who);
    }

    long task(String change) {
        return inbox.open(change).getFirst().id();
    }

    Status status(String change) {
        return changes.get(new ChangeId(change)).status();
    }

    void awaits(String change, Status status) {
        awaits(new ChangeId(change), status);
    }

    private void approve(ChangeId id, UserTask seat, String who) {
        String read = changes.get(id).revision().hash();
        reviews.decide(seat.id(), person(who), read, Answer.APPROVE, "Read it all.", Care.UNKNOWN.declared());
    }

    private void awaits(ChangeId id, Status status) {
        await().alias(id + " is " + status)
                .atMost(PATIENCE)
                .until(() -> changes.get(id).status() == status);
    }

    Person person(String id) {
        return people.find(new PersonId(id)).orElseThrow();
    }

    private ChangeDocument document(String title, String validation) {
        Instant opens = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofSeconds(7207));
        return new ChangeDocument(
                title,
                List.of("checkout-api"),
                Kind.CONFIGURATION,
                Environment.PRODUCTION,
                "storefront/checkout",
                List.of(ChangeSheet.commit()),
                "",
                null,
                "Orders time out when the payment provider is slow.",
                List.of(new Step("Raise the timeout", validation, "Set it back")),
                BlastRadius.ONE_ZONE,
                "",
                false,
                false,
                "",
                "Deploy the previous configuration",
                4,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(20),
                "checkout-error-rate",
                60,
                opens,
                opens.plus(Duration.ofHours(8)),
                AiInvolvement.NONE,
                "",
                List.of(),
                null,
                List.of(new PersonId("ben")));
    }
}
