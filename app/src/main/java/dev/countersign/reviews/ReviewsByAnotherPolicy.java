package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeEvent;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Ruling;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fits a running review to the policy that its change is judged by now: given verdicts count, seats come and go. */
@Component
class ReviewsByAnotherPolicy {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Seats seats;
    private final Inbox inbox;

    ReviewsByAnotherPolicy(Changes changes, ChangeFlow flow, Seats seats, Inbox inbox) {
        this.changes = changes;
        this.flow = flow;
        this.seats = seats;
        this.inbox = inbox;
    }

    /** A seat that is needed in addition is asked for by the plan once the others have spoken. */
    @EventListener
    @Transactional
    public void onRejudged(ChangeEvent.Rejudged event) {
        Change change = changes.lock(event.change());
        if (change.status() != Status.IN_REVIEW) {
            return;
        }
        Optional<Ruling> ruling = seats.ruling(change);
        if (ruling.isPresent()) {
            flow.concludedAnew(change.id(), ruling.get());
        } else {
            leaveSuperfluousSeats(change);
        }
    }

    private void leaveSuperfluousSeats(Change change) {
        List<Integer> needed = seats.stillFree(change.id());
        inbox.open(change.id().value()).stream()
                .filter(task -> task.element().equals(ChangePlan.REVIEW))
                .filter(task -> !needed.contains(Seat.of(task, change).number()))
                .forEach(task -> inbox.complete(task, new Conclusions.Decided()));
    }
}
