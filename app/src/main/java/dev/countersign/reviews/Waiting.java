package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission;
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
     * @param toDecide whether the reader may decide it, and if not, why
     */
    public record Decision(Seat seat, Optional<PersonId> holder, Optional<Instant> due, Permission toDecide) {}

    private static final int MOST = 200;

    private final WaitingRows rows;
    private final Inbox inbox;
    private final Changes changes;
    private final Claims claims;
    private final Rounds rounds;
    private final Independence independence;

    Waiting(WaitingRows rows, Inbox inbox, Changes changes, Claims claims, Rounds rounds, Independence independence) {
        this.rows = rows;
        this.inbox = inbox;
        this.changes = changes;
        this.claims = claims;
        this.rounds = rounds;
        this.independence = independence;
    }

    /** What they hold, then what they can take, then what others must do; each what is due first. */
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
                seat, claims.holder(task.id()), rounds.due(change).or(task::due), independence.toDecide(seat, person));
    }
}
