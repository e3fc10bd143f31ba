package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decisions that wait for somebody, and whether they may take them. */
@Component
public class Waiting {

    /**
     * One decision that waits.
     *
     * @param toDecide whether the reader may decide it, and if not, why
     * @param delegation by which somebody decides it for a leader who is away
     */
    public record Decision(Seat seat, Optional<PersonId> holder, Permission toDecide, Optional<Delegation> delegation) {

        /** The one who is away, if the reader would decide for them. */
        public Optional<PersonId> isFor(PersonId reader) {
            return delegation.filter(given -> given.delegate().equals(reader)).map(Delegation::delegator);
        }

        /** The one who may decide for the reader. */
        public Optional<PersonId> delegateOf(PersonId reader) {
            return delegation.filter(given -> given.delegator().equals(reader)).map(Delegation::delegate);
        }
    }

    private static final int MOST = 200;

    private final WaitingRows rows;
    private final Inbox inbox;
    private final Changes changes;
    private final Claims claims;
    private final Independence independence;
    private final SeatLeaders leaders;

    Waiting(
            WaitingRows rows,
            Inbox inbox,
            Changes changes,
            Claims claims,
            Independence independence,
            SeatLeaders leaders) {
        this.rows = rows;
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.independence = independence;
        this.leaders = leaders;
    }

    /** What they hold, then what they can take, then what others must do; each the longest waiting first. */
    public List<Decision> forPerson(Person person) {
        return decisions(rows.all(person, MOST), person);
    }

    /** What they can decide, of everything that waits; nothing of others stands before it. */
    public List<Decision> toDecide(Person person) {
        return decisions(rows.theirs(person, MOST), person).stream()
                .filter(decision -> decision.toDecide().granted())
                .toList();
    }

    private List<Decision> decisions(List<Long> tasks, Person person) {
        return inbox.open(tasks).stream().map(task -> decision(task, person)).toList();
    }

    public Decision decision(UserTask task, Person person) {
        Change change = changes.get(new ChangeId(task.subject()));
        Seat seat = Seat.of(task, change);
        return new Decision(
                seat, claims.holder(task.id()), independence.toDecide(seat, person), leaders.delegation(seat));
    }
}
