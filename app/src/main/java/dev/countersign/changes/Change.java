package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Requirements;
import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A production change and where it stands. Its transitions are here and nowhere else; each gives the change as it is
 * afterwards, or refuses.
 *
 * @param version counts every write, so that a stale one is noticed
 * @param current the latest revision; empty while it is a draft
 * @param signOffDue when the director's silence becomes an escalation
 */
public record Change(
        ChangeId id,
        Status status,
        long version,
        PersonId author,
        String title,
        String department,
        List<String> systems,
        Optional<Revision> current,
        Optional<String> policyVersion,
        Optional<Requirements> requirements,
        Instant createdAt,
        Optional<Instant> submittedAt,
        Instant statusSince,
        Optional<Instant> signOffDue,
        Optional<Instant> executedAt,
        Optional<Instant> bakeEndsAt) {

    /** The revision that counts; a draft has none. */
    public Revision revision() {
        return current.orElseThrow(
                () -> refusal("read the submitted text of", "it is still a draft", "Submit it first."));
    }

    public ChangeDocument document() {
        return revision().document();
    }

    /** What was demanded of the current revision; nothing is known before it was assessed. */
    public Requirements demanded() {
        return requirements.orElseThrow(
                () -> refusal("read the requirements of", "it is still being assessed", "Wait a moment."));
    }

    Change submitted(Revision first, String department, String policyVersion, Instant now) {
        in(Status.DRAFT, "submit");
        return revised(first, department)
                .with(Status.CHECKING, now)
                .judgedBy(policyVersion)
                .submittedAt(now);
    }

    Change amended(Revision next, String department, Instant now) {
        in(Status.NEEDS_WORK, "amend");
        return revised(next, department).with(Status.CHECKING, now);
    }

    /** Says the same in other words; whoever decided, and whoever has to, stays so. */
    Change reworded(Revision next) {
        demandEditable();
        return new Change(
                id,
                status,
                version,
                author,
                next.document().title(),
                department,
                systems,
                Optional.of(next),
                policyVersion,
                requirements,
                createdAt,
                submittedAt,
                statusSince,
                signOffDue,
                executedAt,
                bakeEndsAt);
    }

    /** Became another change: it begins anew at the checks, and what was decided does not count for it. */
    Change reworked(Revision next, String department, Instant now) {
        demandEditable();
        return revised(next, department).with(Status.CHECKING, now);
    }

    Change assessed(Requirements demanded) {
        in(Status.CHECKING, "assess");
        return copy(status, statusSince, current, Optional.of(demanded), signOffDue, executedAt, bakeEndsAt);
    }

    /** By another policy; it goes back to whoever has to decide by that, or on if nobody has to any more. */
    Change rejudged(String policy, Requirements demanded, Status next, Instant now, Duration signOffWithin) {
        if (!status.canBeRejudged()) {
            throw wrongState("judge anew");
        }
        Change judged = judgedBy(policy)
                .copy(status, statusSince, current, Optional.of(demanded), signOffDue, executedAt, bakeEndsAt);
        if (next == status) {
            return judged;
        }
        Change moved = judged.with(next, now);
        return next == Status.SIGN_OFF ? moved.dueAt(now.plus(signOffWithin)) : moved;
    }

    Change checked(boolean green, Instant now) {
        in(Status.CHECKING, "check");
        if (green) {
            demanded();
        }
        return with(green ? Status.IN_REVIEW : Status.NEEDS_WORK, now);
    }

    Change reviewed(Ruling ruling, Instant now, Duration signOffWithin) {
        in(Status.IN_REVIEW, "conclude the review of");
        return switch (ruling) {
            case ASKED_FOR_CHANGES -> with(Status.NEEDS_WORK, now);
            case REJECTED -> with(Status.REJECTED, now);
            case APPROVED ->
                demanded().directorSignOff()
                        ? with(Status.SIGN_OFF, now).dueAt(now.plus(signOffWithin))
                        : demanded().vpApproval() ? with(Status.ESCALATED, now) : with(Status.APPROVED, now);
        };
    }

    Change signedOff(boolean approved, Instant now) {
        in(Status.SIGN_OFF, "sign off");
        if (!approved) {
            return with(Status.REJECTED, now);
        }
        return with(demanded().vpApproval() ? Status.ESCALATED : Status.APPROVED, now);
    }

    Change escalated(Instant now) {
        in(Status.SIGN_OFF, "escalate");
        if (signOffDue.isEmpty() || now.isBefore(signOffDue.get())) {
            throw refusal("escalate", "its director still has time to sign off", "Wait until the sign-off is overdue.");
        }
        return with(Status.ESCALATED, now);
    }

    /** Before its sign-off is due, because nobody can give it. */
    Change handedUp(Instant now) {
        in(Status.SIGN_OFF, "escalate");
        return with(Status.ESCALATED, now);
    }

    Change escalationDecided(boolean approved, Instant now) {
        in(Status.ESCALATED, "decide the escalation of");
        return with(approved ? Status.APPROVED : Status.REJECTED, now);
    }

    Change withdrawn(Instant now) {
        if (!status.canBeWithdrawn()) {
            throw wrongState("withdraw");
        }
        return with(Status.WITHDRAWN, now);
    }

    /** In other hands; what was decided stays, because its text does. */
    Change handedTo(PersonId next) {
        if (!status.canBeWithdrawn()) {
            throw wrongState("hand over");
        }
        return new Change(
                id,
                status,
                version,
                next,
                title,
                department,
                systems,
                current,
                policyVersion,
                requirements,
                createdAt,
                submittedAt,
                statusSince,
                signOffDue,
                executedAt,
                bakeEndsAt);
    }

    Change executed(Instant at, Instant now) {
        in(Status.APPROVED, "report the execution of");
        window().demandExecution(this, at, now);
        Instant bakeEnds = at.plus(Duration.ofMinutes(bakeMinutes()));
        return copy(Status.BAKING, now, current, requirements, signOffDue, Optional.of(at), Optional.of(bakeEnds));
    }

    Change baked(Instant now) {
        in(Status.BAKING, "finish the bake time of");
        return with(Status.OUTCOME, now);
    }

    Change concluded(Outcome outcome, Instant now) {
        in(Status.OUTCOME, "record the outcome of");
        return switch (outcome) {
            case SUCCESSFUL -> with(Status.CLOSED, now);
            case ROLLED_BACK -> with(Status.ROLLED_BACK, now);
        };
    }

    Change expired(Instant now) {
        in(Status.APPROVED, "expire");
        return with(Status.EXPIRED, now);
    }

    /** When it may be executed. */
    public Window window() {
        return Window.of(document());
    }

    /** The longer of what its author and what the policy wants. */
    int bakeMinutes() {
        Integer own = document().bakeMinutes();
        return Math.max(own == null ? 0 : own, demanded().bakeMinutes());
    }

    private void demandEditable() {
        if (!status.canBeEdited()) {
            throw wrongState("edit");
        }
    }

    private void in(Status expected, String verb) {
        if (status != expected) {
            throw wrongState(verb);
        }
    }

    private Refusal wrongState(String verb) {
        return Refusal.conflict("changes.wrong-state")
                .cannot("%s %s", verb, id)
                .because("it is %s", status.label().toLowerCase(Locale.ROOT))
                .instead("Reload the change to see what is possible now.");
    }

    private Refusal refusal(String verb, String fact, String wayOut) {
        return Refusal.conflict("changes.not-yet")
                .cannot("%s %s", verb, id)
                .because(fact)
                .instead(wayOut);
    }

    private Change revised(Revision next, String department) {
        ChangeDocument document = next.document();
        return new Change(
                id,
                status,
                version,
                author,
                document.title(),
                department,
                document.systems(),
                Optional.of(next),
                policyVersion,
                Optional.empty(),
                createdAt,
                submittedAt,
                statusSince,
                Optional.empty(),
                executedAt,
                bakeEndsAt);
    }

    private Change judgedBy(String policy) {
        return new Change(
                id,
                status,
                version,
                author,
                title,
                department,
                systems,
                current,
                Optional.of(policy),
                requirements,
                createdAt,
                submittedAt,
                statusSince,
                signOffDue,
                executedAt,
                bakeEndsAt);
    }

    private Change submittedAt(Instant now) {
        return new Change(
                id,
                status,
                version,
                author,
                title,
                department,
                systems,
                current,
                policyVersion,
                requirements,
                createdAt,
                Optional.of(now),
                statusSince,
                signOffDue,
                executedAt,
                bakeEndsAt);
    }

    private Change with(Status next, Instant now) {
        return copy(next, now, current, requirements, signOffDue, executedAt, bakeEndsAt);
    }

    private Change dueAt(Instant due) {
        return copy(status, statusSince, current, requirements, Optional.of(due), executedAt, bakeEndsAt);
    }

    private Change copy(
            Status status,
            Instant since,
            Optional<Revision> current,
            Optional<Requirements> requirements,
            Optional<Instant> signOffDue,
            Optional<Instant> executedAt,
            Optional<Instant> bakeEndsAt) {
        return new Change(
                id,
                status,
                version,
                author,
                title,
                department,
                systems,
                current,
                policyVersion,
                requirements,
                createdAt,
                submittedAt,
                since,
                signOffDue,
                executedAt,
                bakeEndsAt);
    }
}
