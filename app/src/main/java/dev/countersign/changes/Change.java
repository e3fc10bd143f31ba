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
 */
public record Change(ChangeId id, long version, PersonId author, Text text, State state, Terms terms, Course course) {

    /**
     * What it is.
     *
     * @param current the latest revision; empty while it is a draft
     */
    public record Text(String title, String department, List<String> systems, Optional<Revision> current) {}

    /**
     * Where it stands.
     *
     * @param signOffDue when the director's silence becomes an escalation
     */
    public record State(Status status, Instant since, Optional<Instant> signOffDue) {

        public static State of(Status status, Instant since) {
            return new State(status, since, Optional.empty());
        }

        private State dueAt(Instant due) {
            return new State(status, since, Optional.of(due));
        }
    }

    /**
     * By what it is judged.
     *
     * @param requirements what is demanded of the current revision; empty until it is assessed
     */
    public record Terms(Optional<String> policyVersion, Optional<Requirements> requirements) {

        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());

        static Terms of(String policyVersion, Requirements requirements) {
            return new Terms(Optional.of(policyVersion), Optional.of(requirements));
        }

        private Terms demanding(Optional<Requirements> next) {
            return new Terms(policyVersion, next);
        }
    }

    /**
     * When what happened to it.
     *
     * @param executedAt known from the start of what is written down after the fact
     */
    public record Course(
            Instant createdAt,
            Optional<Instant> submittedAt,
            Optional<Instant> executedAt,
            Optional<Instant> bakeEndsAt) {

        public static Course begun(Instant at) {
            return new Course(at, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** For what was done already and is written down now. */
        static Course afterTheFact(Instant doneAt, Instant at) {
            return new Course(at, Optional.empty(), Optional.of(doneAt), Optional.empty());
        }

        public Course submitted(Instant at) {
            return new Course(createdAt, Optional.of(at), executedAt, bakeEndsAt);
        }

        private Course executed(Instant at, Duration bakes) {
            return new Course(createdAt, submittedAt, Optional.of(at), Optional.of(at.plus(bakes)));
        }
    }

    public String title() {
        return text.title();
    }

    public String department() {
        return text.department();
    }

    public List<String> systems() {
        return text.systems();
    }

    public Optional<Revision> current() {
        return text.current();
    }

    public Status status() {
        return state.status();
    }

    public Instant statusSince() {
        return state.since();
    }

    public Optional<Instant> signOffDue() {
        return state.signOffDue();
    }

    public Optional<String> policyVersion() {
        return terms.policyVersion();
    }

    public Optional<Requirements> requirements() {
        return terms.requirements();
    }

    public Instant createdAt() {
        return course.createdAt();
    }

    public Optional<Instant> submittedAt() {
        return course.submittedAt();
    }

    public Optional<Instant> executedAt() {
        return course.executedAt();
    }

    public Optional<Instant> bakeEndsAt() {
        return course.bakeEndsAt();
    }

    /** The revision that counts; a draft has none. */
    public Revision revision() {
        return current()
                .orElseThrow(() -> refusal("read the submitted text of", "it is still a draft", "Submit it first."));
    }

    public ChangeDocument document() {
        return revision().document();
    }

    /** What was demanded of the current revision; nothing is known before it was assessed. */
    public Requirements demanded() {
        return requirements()
                .orElseThrow(() -> refusal("read the requirements of", "it is still being assessed", "Wait a moment."));
    }

    Change submitted(Revision first, String department, String policyVersion, Instant now) {
        in(Status.DRAFT, "submit");
        return revised(first, department)
                .with(new Terms(Optional.of(policyVersion), Optional.empty()))
                .with(course.submitted(now))
                .moved(Status.CHECKING, now);
    }

    Change amended(Revision next, String department, Instant now) {
        in(Status.NEEDS_WORK, "amend");
        return revised(next, department).moved(Status.CHECKING, now);
    }

    /** Says the same in other words; whoever decided, and whoever has to, stays so. */
    Change reworded(Revision next) {
        demandEditable();
        return with(new Text(next.document().title(), department(), systems(), Optional.of(next)));
    }

    /** Became another change: it begins anew at the checks, and what was decided does not count for it. */
    Change reworked(Revision next, String department, Instant now) {
        demandEditable();
        return revised(next, department).moved(Status.CHECKING, now);
    }

    Change assessed(Requirements demanded) {
        in(Status.CHECKING, "assess");
        return with(terms.demanding(Optional.of(demanded)));
    }

    /** By another policy; it goes back to whoever has to decide by that, or on if nobody has to any more. */
    Change rejudged(String policy, Requirements demanded, Status next, Instant now, Duration signOffWithin) {
        if (!status().canBeRejudged()) {
            throw wrongState("judge anew");
        }
        Change judged = with(Terms.of(policy, demanded));
        if (next == status()) {
            return judged;
        }
        return next == Status.SIGN_OFF ? judged.toSignOff(now, signOffWithin) : judged.moved(next, now);
    }

    Change checked(boolean green, Instant now) {
        in(Status.CHECKING, "check");
        if (green) {
            demanded();
        }
        return moved(green ? Status.IN_REVIEW : Status.NEEDS_WORK, now);
    }

    Change reviewed(Ruling ruling, Instant now, Duration signOffWithin) {
        in(Status.IN_REVIEW, "conclude the review of");
        return switch (ruling) {
            case ASKED_FOR_CHANGES -> moved(Status.NEEDS_WORK, now);
            case REJECTED -> moved(Status.REJECTED, now);
            case APPROVED ->
                demanded().directorSignOff()
                        ? toSignOff(now, signOffWithin)
                        : moved(demanded().vpApproval() ? Status.ESCALATED : onceApproved(), now);
        };
    }

    Change signedOff(boolean approved, Instant now) {
        in(Status.SIGN_OFF, "sign off");
        if (!approved) {
            return moved(Status.REJECTED, now);
        }
        return moved(demanded().vpApproval() ? Status.ESCALATED : onceApproved(), now);
    }

    Change escalated(Instant now) {
        in(Status.SIGN_OFF, "escalate");
        if (signOffDue().filter(due -> !now.isBefore(due)).isEmpty()) {
            throw refusal("escalate", "its director still has time to sign off", "Wait until the sign-off is overdue.");
        }
        return moved(Status.ESCALATED, now);
    }

    /** Before its sign-off is due, because nobody can give it. */
    Change handedUp(Instant now) {
        in(Status.SIGN_OFF, "escalate");
        return moved(Status.ESCALATED, now);
    }

    Change escalationDecided(boolean approved, Instant now) {
        in(Status.ESCALATED, "decide the escalation of");
        return moved(approved ? onceApproved() : Status.REJECTED, now);
    }

    Change withdrawn(Instant now) {
        if (!status().canBeWithdrawn()) {
            throw wrongState("withdraw");
        }
        return moved(Status.WITHDRAWN, now);
    }

    /** In other hands; what was decided stays, because its text does. */
    Change handedTo(PersonId next) {
        if (!status().canBeWithdrawn()) {
            throw wrongState("hand over");
        }
        return new Change(id, version, next, text, state, terms, course);
    }

    Change executed(Instant at, Instant now) {
        in(Status.APPROVED, "report the execution of");
        window().demandExecution(this, at, now);
        return with(course.executed(at, Duration.ofMinutes(bakeMinutes()))).moved(Status.BAKING, now);
    }

    Change baked(Instant now) {
        in(Status.BAKING, "finish the bake time of");
        return moved(Status.OUTCOME, now);
    }

    Change concluded(Outcome outcome, Instant now) {
        in(Status.OUTCOME, "record the outcome of");
        return switch (outcome) {
            case SUCCESSFUL -> moved(Status.CLOSED, now);
            case ROLLED_BACK -> moved(Status.ROLLED_BACK, now);
        };
    }

    Change expired(Instant now) {
        in(Status.APPROVED, "expire");
        return moved(Status.EXPIRED, now);
    }

    /** Whether it was done before anybody decided on it; then nothing of it is ever let through. */
    public boolean isAfterTheFact() {
        return executedAt().isPresent() && bakeEndsAt().isEmpty();
    }

    /** Where it stands when nobody's approval is missing: what was done already lacks its outcome only. */
    Status onceApproved() {
        return isAfterTheFact() ? Status.OUTCOME : Status.APPROVED;
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
        if (!status().canBeEdited()) {
            throw wrongState("edit");
        }
    }

    private void in(Status expected, String verb) {
        if (status() != expected) {
            throw wrongState(verb);
        }
    }

    private Refusal wrongState(String verb) {
        return Refusal.conflict("changes.wrong-state")
                .cannot("%s %s", verb, id)
                .because("it is %s", status().label().toLowerCase(Locale.ROOT))
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
        return with(new Text(document.title(), department, document.systems(), Optional.of(next)))
                .with(terms.demanding(Optional.empty()))
                .with(State.of(status(), statusSince()));
    }

    private Change toSignOff(Instant now, Duration within) {
        return with(State.of(Status.SIGN_OFF, now).dueAt(now.plus(within)));
    }

    private Change moved(Status next, Instant now) {
        return with(new State(next, now, signOffDue()));
    }

    private Change with(Text next) {
        return new Change(id, version, author, next, state, terms, course);
    }

    private Change with(State next) {
        return new Change(id, version, author, text, next, terms, course);
    }

    private Change with(Terms next) {
        return new Change(id, version, author, text, state, next, course);
    }

    private Change with(Course next) {
        return new Change(id, version, author, text, state, terms, next);
    }
}
