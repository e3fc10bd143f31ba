package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.registry.Department;
import dev.countersign.registry.Systems;
import org.springframework.stereotype.Component;

/**
 * Who may look for reviewers. Authors may ask somebody; whoever answers for the change, and wrote none of it, may also
 * hand a review to somebody. Neither decides anything, and whoever gets it must be free to judge.
 */
@Component
public class Staffing {

    private final Duties duties;
    private final Systems systems;
    private final Calls calls;

    Staffing(Duties duties, Systems systems, Calls calls) {
        this.duties = duties;
        this.systems = systems;
        this.calls = calls;
    }

    public Permission toAsk(Change change, Person person) {
        return Permission.grantedIf(
                        isAuthor(change, person) || answersFor(change, person),
                        () -> denied(
                                "ask somebody to review",
                                change,
                                "'%s' neither wrote it nor answers for it".formatted(person.id())))
                .and(() -> inReview("ask somebody to review", change));
    }

    public Permission toReassign(Change change, Person person) {
        String verb = "hand out reviews of";
        return Permission.grantedIf(
                        !isAuthor(change, person), () -> denied(verb, change, "'%s' wrote it".formatted(person.id())))
                .and(() -> Permission.grantedIf(
                        answersFor(change, person),
                        () -> denied(verb, change, "'%s' does not answer for it".formatted(person.id()))))
                .and(() -> inReview(verb, change));
    }

    private boolean isAuthor(Change change, Person person) {
        return person.is(change.author()) || duties.isAuthor(change.id(), person.id());
    }

    /** They lead its department, or were called to find somebody. */
    private boolean answersFor(Change change, Person person) {
        return change.current().isPresent() && (leads(change, person) || wasCalled(change, person));
    }

    private boolean leads(Change change, Person person) {
        if (!person.has(Role.DIRECTOR) && !person.has(Role.VP)) {
            return false;
        }
        Department department = systems.department(change.department());
        return (person.has(Role.DIRECTOR) && person.is(department.director()))
                || (person.has(Role.VP) && person.is(department.vp()));
    }

    private boolean wasCalled(Change change, Person person) {
        return calls.of(change).stream()
                .filter(call -> call.step().asksToFind())
                .anyMatch(call -> call.people().contains(person.id()));
    }

    private static Permission inReview(String verb, Change change) {
        return Permission.grantedIf(
                change.status() == Status.IN_REVIEW,
                () -> Refusal.conflict(
                        "reviews.not-in-review",
                        "Expected to %s change '%s', but it is not in review.".formatted(verb, change.id()),
                        "Reload the change to see where it stands."));
    }

    private static Refusal denied(String verb, Change change, String fact) {
        return Refusal.forbidden(
                "reviews.not-permitted",
                "Expected to %s change '%s', but %s.".formatted(verb, change.id(), fact),
                "Ask the director of its department.");
    }
}
