package dev.countersign.changes;

import dev.countersign.engine.Inbox;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.journal.Recorded;
import dev.countersign.policy.Facts;
import dev.countersign.policy.PolicySettings;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Shift;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What moves a change on that is not its author: policy, checks, the conclusions of reviewers and leaders, and time.
 * Each step re-reads the change under its lock and leaves one that has moved on as it is.
 */
@Component
public class ChangeFlow {

    /** Whoever writes down afterwards what went around the gate has at least so many reviewers. */
    static final int AFTER_THE_FACT = 2;

    private final Changes changes;
    private final ChangeLedger ledger;
    private final Inbox inbox;
    private final Assessments assessments;
    private final Validity validity;
    private final Clock clock;
    private final Duration signOffWithin;

    ChangeFlow(
            Changes changes,
            ChangeLedger ledger,
            Inbox inbox,
            Assessments assessments,
            Validity validity,
            Clock clock,
            PolicySettings settings) {
        this.changes = changes;
        this.ledger = ledger;
        this.inbox = inbox;
        this.assessments = assessments;
        this.validity = validity;
        this.clock = clock;
        this.signOffWithin = settings.signOffWithin();
    }

    /** Keeps what the policy demands of the current revision. */
    @Transactional
    public Change assessed(ChangeId id, Facts facts, Requirements policyDemands) {
        Change change = changes.lock(id);
        Requirements demanded = change.isAfterTheFact() ? policyDemands.withReviews(AFTER_THE_FACT) : policyDemands;
        if (change.status() != Status.CHECKING || change.requirements().equals(Optional.of(demanded))) {
            return change;
        }
        assessments.add(change, facts, demanded);
        return ledger.write(
                change.assessed(demanded),
                new ChangeEvent.Assessed(
                        id,
                        Recorded.HOUSE,
                        change.systems(),
                        change.revision().number(),
                        demanded.reviews(),
                        demanded.directorSignOff(),
                        demanded.vpApproval(),
                        demanded.secondKey(),
                        demanded.clauses()));
    }

    /** Judges the change by another policy, in the name of its director. */
    @Transactional
    public Change rejudged(ChangeId id, String policy, Facts facts, Shift shift, Status next, Person director) {
        Change change = changes.lock(id);
        Change judged = change.rejudged(policy, shift.after(), next, clock.instant(), signOffWithin);
        assessments.add(judged, facts, shift.after());
        return ledger.write(
                judged,
                new ChangeEvent.Rejudged(
                        id,
                        director.id().value(),
                        change.systems(),
                        change.revision().number(),
                        change.policyVersion().orElseThrow(),
                        policy,
                        shift.more(),
                        shift.less(),
                        change.status(),
                        next));
    }

    /** Takes the conclusion of the reviewers that another policy made possible: it asks for fewer of them. */
    @Transactional
    public Change concludedAnew(ChangeId id, Ruling ruling) {
        Change change = changes.lock(id);
        return ledger.move(
                change,
                change.reviewed(ruling, clock.instant(), signOffWithin),
                Optional.empty(),
                "found the review complete by the policy it is judged by now");
    }

    /** Takes the result of the checks of one revision. */
    @Transactional
    public Change checked(ChangeId id, int revision, boolean green, String summary) {
        Change change = changes.lock(id);
        if (change.status() != Status.CHECKING || change.revision().number() != revision) {
            return change;
        }
        return ledger.move(change, change.checked(green, clock.instant()), Optional.empty(), summary);
    }

    /** Takes the conclusion of all reviewers; the one who spoke last is named. */
    @Transactional
    public Change reviewed(ChangeId id, Ruling ruling, Person last) {
        Change change = changes.lock(id);
        String reason = switch (ruling) {
            case APPROVED -> "gave the last approval that was needed";
            case ASKED_FOR_CHANGES -> "completed a review that asks for changes";
            case REJECTED -> "completed a review that rejects it";
        };
        return ledger.move(change, change.reviewed(ruling, clock.instant(), signOffWithin), Optional.of(last), reason);
    }

    /** Takes the decision of a director, or of who decides for them while they are away. */
    @Transactional
    public Change signedOff(
            ChangeId id, boolean approved, Person director, Optional<PersonId> onBehalfOf, String comment) {
        Change change = changes.lock(id);
        String reason = (approved ? "signed it off" : "declined to sign it off") + suffix(onBehalfOf, comment);
        return ledger.move(change, change.signedOff(approved, clock.instant()), Optional.of(director), reason);
    }

    /** The same of a VP. */
    @Transactional
    public Change escalationDecided(
            ChangeId id, boolean approved, Person vp, Optional<PersonId> onBehalfOf, String comment) {
        Change change = changes.lock(id);
        String reason =
                (approved ? "approved the escalation" : "declined the escalation") + suffix(onBehalfOf, comment);
        return ledger.move(change, change.escalationDecided(approved, clock.instant()), Optional.of(vp), reason);
    }

    /** Does what time has made due, and says whether there was anything. */
    @Transactional
    public boolean followTime(ChangeId id) {
        Status before = changes.lock(id).status();
        Change after =
                expireIfPassed(finishBakeIfOver(escalateIfOverdue(id).id()).id());
        return after.status() != before;
    }

    /** Hands an overdue sign-off to the VP, and closes the director's task; one who was faster, or has time left, keeps it. */
    @Transactional
    public Change escalateIfOverdue(ChangeId id) {
        Change change = changes.lock(id);
        if (change.status() != Status.SIGN_OFF || !isOver(change.signOffDue())) {
            return change;
        }
        inbox.open(id.value(), ChangePlan.SIGN_OFF).ifPresent(inbox::close);
        return ledger.move(
                change, change.escalated(clock.instant()), Optional.empty(), "escalated it: the sign-off was overdue");
    }

    /** Hands a sign-off to the VP before it is overdue, because nobody can give it; the plan is told to look again. */
    @Transactional
    public Change handedUp(ChangeId id, String why) {
        Change change = changes.lock(id);
        if (change.status() != Status.SIGN_OFF) {
            return change;
        }
        inbox.open(id.value(), ChangePlan.SIGN_OFF).ifPresent(task -> inbox.complete(task, new LookAgain()));
        return ledger.move(change, change.handedUp(clock.instant()), Optional.empty(), "escalated it: " + why);
    }

    /** Ends an approved change whose window has passed, or whose approvals have grown too old. */
    @Transactional
    public Change expireIfPassed(ChangeId id) {
        Change change = changes.lock(id);
        if (change.status() != Status.APPROVED || !isOver(Optional.of(validity.end(change)))) {
            return change;
        }
        String why = isOver(Optional.of(change.window().end())) ? "its window has passed" : "its approvals ran out";
        return ledger.move(change, change.expired(clock.instant()), Optional.empty(), "let it expire: " + why);
    }

    /** Ends the bake time if it is over. */
    @Transactional
    public Change finishBakeIfOver(ChangeId id) {
        Change change = changes.lock(id);
        if (change.status() != Status.BAKING || !isOver(change.bakeEndsAt())) {
            return change;
        }
        return ledger.move(change, change.baked(clock.instant()), Optional.empty(), "saw its bake time end");
    }

    /** How long a director still has, as an ISO 8601 duration for the timer on the diagram; never negative. */
    public String signOffLeft(Change change) {
        Duration left = change.signOffDue()
                .map(due -> Duration.between(clock.instant(), due))
                .orElse(signOffWithin);
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }

    private boolean isOver(Optional<Instant> end) {
        return end.filter(instant -> !clock.instant().isBefore(instant)).isPresent();
    }

    private static String suffix(Optional<PersonId> onBehalfOf, String comment) {
        return onBehalfOf.map(absent -> " for " + absent).orElse("") + (comment.isBlank() ? "" : ": " + comment);
    }

    /** Camunda is told that something happened, never what. */
    record LookAgain() {}
}
