package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
import dev.countersign.reviews.Nudges.Mine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The decisions that wait for somebody, and whether they may take them. */
@Component
public class Waiting {

    /**
     * One decision that waits.
     *
     * @param due by when it should be decided
     * @param nudge why it is on the reader's list in particular
     * @param toDecide whether the reader may decide it, and if not, why
     * @param delegation by which somebody decides it for a leader who is away
     */
    public record Decision(
            Seat seat,
            Optional<PersonId> holder,
            Optional<Instant> due,
            Optional<Nudge> nudge,
            Permission toDecide,
            Optional<Delegation> delegation) {

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
    private final Rounds rounds;
    private final Nudges nudges;
    private final Independence independence;
    private final SeatLeaders leaders;

    Waiting(
            WaitingRows rows,
            Inbox inbox,
            Changes changes,
            Claims claims,
            Rounds rounds,
            Nudges nudges,
            Independence independence,
            SeatLeaders leaders) {
        this.rows = rows;
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.rounds = rounds;
        this.nudges = nudges;
        this.independence = independence;
        this.leaders = leaders;
    }

    /** What they hold, are asked for, know of, can take; then what others must do. Of each what is due first. */
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
        Mine mine = nudges.of(person);
        return inbox.open(tasks).stream()
                .map(task -> decision(task, person, mine))
                .toList();
    }

    public Decision decision(UserTask task, Person person) {
        return decision(task, person, nudges.of(person));
    }

    private Decision decision(UserTask task, Person person, Mine mine) {
        Change change = changes.get(new ChangeId(task.subject()));
        Seat seat = Seat.of(task, change);
        return new Decision(
                seat,
                claims.holder(task.id()),
                rounds.due(change).or(task::due),
                mine.about(seat),
                independence.toDecide(seat, person),
                leaders.delegation(seat));
    }
}
