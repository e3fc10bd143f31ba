package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The decisions that wait for somebody, and whether they may take them. */
@Component
public class Waiting {

    /**
     * One decision that waits.
     *
     * @param toDecide whether the reader may decide it, and if not, why
     */
    public record Decision(Seat seat, Optional<PersonId> holder, Permission toDecide) {}

    private static final int MOST = 200;
    private static final Set<String> DECISIONS = Set.of(ChangePlan.REVIEW, ChangePlan.SIGN_OFF, ChangePlan.ESCALATION);

    private final Inbox inbox;
    private final Changes changes;
    private final Claims claims;
    private final Independence independence;

    Waiting(Inbox inbox, Changes changes, Claims claims, Independence independence) {
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.independence = independence;
    }

    /** What the person's roles are asked for, the longest waiting first; of two equal seats one is shown. */
    public List<Decision> forPerson(Person person) {
        List<String> groups = person.roles().stream().map(Role::realmName).toList();
        return inbox.openFor(groups, MOST).stream()
                .filter(task -> DECISIONS.contains(task.element()))
                .map(task -> decision(task, person))
                .toList();
    }

    public Decision decision(UserTask task, Person person) {
        Change change = changes.get(new ChangeId(task.subject()));
        Seat seat = Seat.of(task, change);
        return new Decision(seat, claims.holder(task.id()), independence.toDecide(seat, person));
    }
}
