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
import java.util.Map;
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
    private final Rounds rounds;
    private final Nudges nudges;
    private final Sittings sittings;

    Waiting(WaitingRows rows, Inbox inbox, Changes changes, Rounds rounds, Nudges nudges, Sittings sittings) {
        this.rows = rows;
        this.inbox = inbox;
        this.changes = changes;
        this.rounds = rounds;
        this.nudges = nudges;
        this.sittings = sittings;
    }

    /**
     * Some of those that match.
     *
     * @param total how many match
     * @param ends where the next ones begin; empty if these are the last
     */
    public record Page(List<Decision> decisions, int total, Optional<InboxPlace> ends) {}

    /** What they hold, are asked for, know of, can take; then what others must do. Of each what is due first. */
    public List<Decision> forPerson(Person person) {
        return decisions(rows.all(person, InboxFilter.ALL, InboxOrder.YOURS, Optional.empty(), MOST), person);
    }

    /** Those that match, in this order, from that place on; with as many questions for many as for one. */
    public Page matching(Person person, InboxFilter filter, InboxOrder order, Optional<InboxPlace> after, int most) {
        WaitingRows.Ranked found = rows.all(person, filter, order, after, most + 1);
        WaitingRows.Ranked page = found.first(most);
        return new Page(
                decisions(page, person),
                page.total(),
                found.places().size() > most ? Optional.of(page.places().getLast()) : Optional.empty());
    }

    /** How many match. */
    public int count(Person person, InboxFilter filter) {
        return rows.all(person, filter, InboxOrder.DUE, Optional.empty(), 1).total();
    }

    /** What they can decide, of everything that waits; nothing of others stands before it. */
    public List<Decision> toDecide(Person person) {
        return decisions(rows.theirs(person, MOST), person).stream()
                .filter(decision -> decision.toDecide().granted())
                .toList();
    }

    private List<Decision> decisions(WaitingRows.Ranked ranked, Person person) {
        List<UserTask> open = inbox.open(ranked.tasks());
        Map<ChangeId, Change> about = changes.all(
                open.stream().map(task -> new ChangeId(task.subject())).toList());
        List<Seat> seats = open.stream().map(task -> seat(task, about)).toList();
        Mine mine = nudges.of(person, ranked.known());
        return sittings.of(seats, person).stream()
                .map(sitting -> decision(sitting, mine))
                .toList();
    }

    private Seat seat(UserTask task, Map<ChangeId, Change> about) {
        ChangeId id = new ChangeId(task.subject());
        Change change = about.get(id);
        return Seat.of(task, change == null ? changes.get(id) : change);
    }

    public Decision decision(UserTask task, Person person) {
        Seat seat = Seat.of(task, changes.get(new ChangeId(task.subject())));
        return decision(sittings.of(seat, person), nudges.of(person, rows.known(person)));
    }

    private Decision decision(Sitting sitting, Mine mine) {
        Seat seat = sitting.seat();
        return new Decision(
                seat,
                sitting.holder(),
                rounds.due(seat.change()).or(seat.task()::due),
                mine.about(seat),
                sitting.toDecide(),
                sitting.delegation());
    }
}
