package dev.countersign.policy;

import dev.countersign.engine.Inbox;
import dev.countersign.engine.Runs;
import dev.countersign.engine.TaskOpened;
import dev.countersign.journal.Recorded;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the process of an addendum where it should stand, and does what is left to do once it is over. */
@Service
public class AddendumProcess {

    private final AddendumRows rows;
    private final AddendumLedger ledger;
    private final Runs runs;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AddendumProcess(
            AddendumRows rows,
            AddendumLedger ledger,
            Runs runs,
            Inbox inbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.runs = runs;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /** Remembers how an amendment will reach the process, unless one waits already. */
    @Transactional
    public Whereabouts read(AddendumId id, String waitId) {
        return whereabouts(rows.lock(id), waitId);
    }

    /** Only follow-up: the addendum has been over by its data since its end, however late the timer is. */
    @Transactional
    public Whereabouts expire(AddendumId id, String waitId) {
        closeIfOver(id);
        return whereabouts(rows.lock(id), waitId);
    }

    /** Takes down that it is over, and says whether nobody had done so. */
    @Transactional
    boolean closeIfOver(AddendumId id) {
        Addendum addendum = rows.lock(id);
        Instant now = clock.instant();
        if (!addendum.state(now).isOver() || addendum.closedAt().isPresent()) {
            return false;
        }
        Addendum closed = addendum.close(now);
        addendum.amendment().ifPresent(lapsed -> ledger.settle(id, lapsed.number(), now));
        ledger.close(id, now);
        inbox.close(id.value());
        events.publishEvent(new AddendumEvent.Expired(
                id,
                Recorded.HOUSE,
                closed.endsAt().orElseThrow(),
                addendum.amendment().map(Amendment::number)));
        return true;
    }

    /** Gives the reminders that are due, once each; of several that were missed only the last is worth a line. */
    @Transactional
    public Whereabouts remind(AddendumId id, String waitId) {
        closeIfOver(id);
        giveReminders(id);
        return whereabouts(rows.lock(id), waitId);
    }

    /** Takes the due reminders down, and says whether there were any. */
    @Transactional
    boolean giveReminders(AddendumId id) {
        Addendum addendum = rows.lock(id);
        Instant now = clock.instant();
        List<Integer> due = addendum.state(now) == AddendumState.IN_FORCE ? Reminders.due(addendum, now) : List.of();
        if (due.isEmpty()) {
            return false;
        }
        Instant end = addendum.endsAt().orElseThrow();
        due.forEach(days -> ledger.remind(id, end, days, now));
        events.publishEvent(new AddendumEvent.Reminded(id, Recorded.HOUSE, due.getLast(), end));
        return true;
    }

    /** The plan asks for what was decided while it was away: tell it to go on and look. */
    @EventListener
    @Transactional
    public void onOpened(TaskOpened opened) {
        if (!opened.task().process().equals(AddendumPlan.PROCESS)) {
            return;
        }
        Addendum addendum = rows.lock(new AddendumId(opened.task().subject()));
        if (!AddendumPlan.asks(addendum, clock.instant()).contains(opened.task().element())) {
            inbox.complete(opened.task(), new Addenda.Nothing());
        }
    }

    /** The run ends here and not with the decision, which must not wait for the engine's rows. */
    private Whereabouts whereabouts(Addendum addendum, String waitId) {
        Whereabouts there = Whereabouts.of(addendum, clock.instant(), waitId);
        switch (there.stage()) {
            case IN_FORCE -> ledger.waitBy(addendum.id(), waitId);
            case DONE -> runs.end(addendum.id().value());
            case APPROVAL, AMENDMENT, DECISION -> {}
        }
        return there;
    }
}
