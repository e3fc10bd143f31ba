package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeLeaders;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Status;
import dev.countersign.identity.Person;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Words;
import org.springframework.stereotype.Component;

/**
 * Who may look for reviewers. Authors may ask somebody; whoever answers for the change, and wrote none of it, may also
 * hand a review to somebody. Neither decides anything, and whoever gets it must be free to judge.
 */
@Component
public class Staffing {

    private final Duties duties;
    private final ChangeLeaders leaders;
    private final Calls calls;

    Staffing(Duties duties, ChangeLeaders leaders, Calls calls) {
        this.duties = duties;
        this.leaders = leaders;
        this.calls = calls;
    }

    public Permission toAsk(Change change, Person person) {
        return Permission.grantedIf(
                        duties.isAuthor(change, person) || answersFor(change, person),
                        () -> denied(
                                "ask somebody to review",
                                change,
                                Words.of("%s neither wrote it nor [answers|answer] for it", person.id())))
                .and(() -> inReview("ask somebody to review", change));
    }

    public Permission toReassign(Change change, Person person) {
        String verb = "hand out reviews of";
        return Permission.grantedIf(
                        !duties.isAuthor(change, person),
                        () -> denied(verb, change, Words.of("%s wrote it", person.id())))
                .and(() -> Permission.grantedIf(
                        answersFor(change, person),
                        () -> denied(verb, change, Words.of("%s [doesn't|don't] answer for it", person.id()))))
                .and(() -> inReview(verb, change));
    }

    /** They lead its department, or were called to find somebody. */
    private boolean answersFor(Change change, Person person) {
        return leaders.include(change, person) || wasCalled(change, person);
    }

    private boolean wasCalled(Change change, Person person) {
        return calls.of(change).stream()
                .filter(call -> call.step().asksToFind())
                .anyMatch(call -> call.people().contains(person.id()));
    }

    private static Permission inReview(String verb, Change change) {
        return Permission.grantedIf(
                change.status() == Status.IN_REVIEW,
                () -> Refusal.conflict("reviews.not-in-review")
                        .cannot("%s %s", verb, change.id())
                        .because("it is not in review")
                        .instead("Reload the change to see where it stands."));
    }

    private static Refusal denied(String verb, Change change, Words fact) {
        return Refusal.forbidden("reviews.not-permitted")
                .cannot("%s %s", verb, change.id())
                .because(fact)
                .instead("Ask the director of its department.");
    }
}
