package dev.countersign.changes;

import dev.countersign.engine.Inbox;
import dev.countersign.identity.Person;
import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Shift;
import dev.countersign.policy.Touched;
import dev.countersign.refusals.Permission;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges a change on its way by today's policy instead of the one it was submitted under, if its director wants that.
 * What was said of it stays; what would differ is shown before anybody decides.
 */
@Component
public class Rejudging {

    /**
     * What would come of it.
     *
     * @param next where the change would stand
     */
    public record Preview(String before, String after, Facts facts, Shift shift, Status next) {}

    private final Changes changes;
    private final ChangeFlow flow;
    private final ChangePlan plan;
    private final Approvals approvals;
    private final Authors authors;
    private final Judgements judgements;
    private final Policies policies;
    private final ChangeLeaders leaders;
    private final Inbox inbox;

    Rejudging(
            Changes changes,
            ChangeFlow flow,
            ChangePlan plan,
            Approvals approvals,
            Authors authors,
            Judgements judgements,
            Policies policies,
            ChangeLeaders leaders,
            Inbox inbox) {
        this.changes = changes;
        this.flow = flow;
        this.plan = plan;
        this.approvals = approvals;
        this.authors = authors;
        this.judgements = judgements;
        this.policies = policies;
        this.leaders = leaders;
        this.inbox = inbox;
    }

    public Permission toRejudge(Change change, Person person) {
        return Permission.grantedIf(
                        leaders.isDirector(change, person),
                        () -> denied(change)
                                .because("%s [isn't|aren't] its director", person.id())
                                .instead("Ask its director."))
                .and(() -> Permission.grantedIf(
                        !authors.include(change.id(), person.id()),
                        () -> denied(change)
                                .because("%s wrote it", person.id())
                                .instead("It stays under the policy it has.")))
                .and(() -> Permission.grantedIf(
                        change.status().canBeRejudged(),
                        () -> conflict(change)
                                .because("it is %s", change.status().label().toLowerCase(Locale.ROOT))
                                .instead("That is possible until it is approved.")))
                .and(() -> Permission.grantedIf(
                        !change.policyVersion()
                                .orElse("")
                                .equals(policies.inForce().id()),
                        () -> conflict(change)
                                .because("it is already judged by today's policy")
                                .instead("There is nothing to do.")));
    }

    public Preview preview(Change change) {
        String before = change.policyVersion().orElseThrow();
        String after = policies.inForce().id();
        Facts facts = judgements.facts(change.id().value());
        List<Touched> systems = judgements.touched(change.id().value());
        Requirements then = change.requirements().orElseGet(() -> policies.require(before, facts, systems));
        Requirements policy = policies.require(after, facts, systems);
        Requirements now = change.isAfterTheFact() ? policy.withReviews(ChangeFlow.AFTER_THE_FACT) : policy;
        return new Preview(before, after, facts, new Shift(then, now), next(change, now));
    }

    /**
     * Has it judged by the policy that the director saw.
     *
     * @param read the change's version when they saw it
     */
    @Transactional
    public Change rejudge(ChangeId id, Person director, long read, String policy) {
        Change change = changes.lock(id);
        toRejudge(change, director).demand();
        Preview preview = preview(change);
        if (change.version() != read || !preview.after().equals(policy)) {
            throw conflict(change)
                    .because("it or the policy changed after you looked")
                    .instead("Look at the differences again.");
        }
        flow.rejudged(id, preview.after(), preview.facts(), preview.shift(), preview.next(), director);
        inbox.open(id.value()).stream()
                .filter(task -> !plan.asks(id.value()).contains(task.element()))
                .forEach(task -> inbox.complete(task, new Changes.Nothing()));
        return changes.get(id);
    }

    /** A VP who is asked because the director was silent stays asked. */
    private Status next(Change change, Requirements demanded) {
        if (change.status() != Status.SIGN_OFF && change.status() != Status.ESCALATED) {
            return change.status();
        }
        Revision revision = change.revision();
        if (approvals.given(revision, Duty.REVIEWER) < demanded.reviews()) {
            return Status.IN_REVIEW;
        }
        boolean unsigned = demanded.directorSignOff() && approvals.given(revision, Duty.DIRECTOR) == 0;
        if (unsigned) {
            return change.status();
        }
        return demanded.vpApproval() ? Status.ESCALATED : change.onceApproved();
    }

    private static Attempt denied(Change change) {
        return Refusal.forbidden("changes.rejudging-not-permitted").cannot("judge %s by today's policy", change.id());
    }

    private static Attempt conflict(Change change) {
        return Refusal.conflict("changes.not-rejudged").cannot("judge %s by today's policy", change.id());
    }
}
