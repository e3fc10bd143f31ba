package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What somebody may do with a change as it stands; the buttons and the guards read the same answers. Who may not do it
 * in any state is told so first, and learns nothing about the state.
 */
@Component
public class ChangePermissions {

    private final Duties duties;
    private final Validity validity;
    private final List<ExecutionRule> rules;
    private final Clock clock;

    ChangePermissions(Duties duties, Validity validity, List<ExecutionRule> rules, Clock clock) {
        this.duties = duties;
        this.validity = validity;
        this.rules = List.copyOf(rules);
        this.clock = clock;
    }

    /** A draft is its author's alone; the rest of the house may read everything. */
    public Permission toRead(Change change, Person person) {
        return Permission.grantedIf(
                change.status() != Status.DRAFT || person.is(change.author()),
                () -> denied("read", change)
                        .because("it is somebody else's draft")
                        .instead("Wait until its author submits it."));
    }

    public Permission toSubmit(Change change, Person person) {
        return Permission.grantedIf(
                        person.is(change.author()) && person.has(Role.ENGINEER),
                        () -> denied("submit", change)
                                .because("only its author can")
                                .instead("Ask %s.", change.author()))
                .and(() -> in(change, Status.DRAFT, "submit"));
    }

    public Permission toAmend(Change change, Person person) {
        return author("amend", change, person).and(() -> in(change, Status.NEEDS_WORK, "amend"));
    }

    /** An edit on its way: while people decide on it or have approved it. */
    public Permission toEdit(Change change, Person person) {
        return author("edit", change, person)
                .and(() -> Permission.grantedIf(
                        change.status().canBeEdited(),
                        () -> wrongState("edit", change, "Reload the change to see what is possible now.")));
    }

    /** Whatever its form is good for now: to submit, to amend or to edit it. */
    public Permission toWrite(Change change, Person person) {
        return switch (change.status()) {
            case DRAFT -> toSubmit(change, person);
            case NEEDS_WORK -> toAmend(change, person);
            case CHECKING,
                    IN_REVIEW,
                    SIGN_OFF,
                    ESCALATED,
                    APPROVED,
                    BAKING,
                    OUTCOME,
                    CLOSED,
                    REJECTED,
                    WITHDRAWN,
                    EXPIRED,
                    ROLLED_BACK -> toEdit(change, person);
        };
    }

    public Permission toWithdraw(Change change, Person person) {
        return author("withdraw", change, person)
                .and(() -> Permission.grantedIf(
                        change.status().canBeWithdrawn(),
                        () -> wrongState("withdraw", change, "It can be withdrawn until it is executed.")));
    }

    public Permission toReportExecution(Change change, Person person) {
        String verb = "report the execution of";
        return (person.has(Role.GATE) ? new Permission.Granted() : author(verb, change, person))
                .and(() -> in(change, Status.APPROVED, verb))
                .and(() -> Permission.grantedIf(
                        !clock.instant().isBefore(change.window().start()), () -> tooEarly(verb, change)))
                .and(() -> others(change, person));
    }

    private Permission others(Change change, Person reporter) {
        return rules.stream()
                .map(rule -> rule.toReport(change, reporter))
                .reduce(new Permission.Granted(), (one, other) -> one.and(() -> other));
    }

    /** Whether it was still approved then: an approval that has grown too old covers nothing. */
    public Permission toHaveExecuted(Change change, Instant at) {
        return Permission.grantedIf(
                validity.approvalsEnd(change).filter(end -> !at.isBefore(end)).isEmpty(),
                () -> Refusal.conflict("changes.approvals-ran-out")
                        .cannot("report the execution of %s at %s", change.id(), at)
                        .because("one of its approvals had run out by then")
                        .instead("Write a new change and have it approved."));
    }

    public Permission toRecordOutcome(Change change, Person person) {
        String verb = "record the outcome of";
        return author(verb, change, person).and(() -> in(change, Status.OUTCOME, verb));
    }

    private Permission author(String verb, Change change, Person person) {
        return Permission.grantedIf(
                duties.isAuthor(change, person),
                () -> denied(verb, change)
                        .because("%s [isn't|aren't] one of its authors", person.id())
                        .instead("Ask %s.", change.author()));
    }

    private static Permission in(Change change, Status expected, String verb) {
        return Permission.grantedIf(
                change.status() == expected,
                () -> wrongState(verb, change, "Reload the change to see what is possible now."));
    }

    private static Refusal wrongState(String verb, Change change, String wayOut) {
        return Refusal.conflict("changes.wrong-state")
                .cannot("%s %s", verb, change.id())
                .because("it is %s", words(change.status()))
                .instead(wayOut);
    }

    private static Refusal tooEarly(String verb, Change change) {
        return Refusal.conflict("changes.window-not-open")
                .cannot("%s %s", verb, change.id())
                .because("its window opens at %s", change.window().start())
                .instead("Execute it inside its window.");
    }

    private static Attempt denied(String verb, Change change) {
        return Refusal.forbidden("changes.not-permitted").cannot("%s %s", verb, change.id());
    }

    private static String words(Status status) {
        return status.label().toLowerCase(Locale.ROOT);
    }
}
