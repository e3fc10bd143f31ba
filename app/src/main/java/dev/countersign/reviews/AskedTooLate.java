package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.TaskOpened;
import dev.countersign.engine.UserTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People decide while Camunda is away, so the plan may ask for what was decided meanwhile. Nobody is bothered with
 * such a task: it is completed at once, and the plan goes on and looks.
 */
@Component
class AskedTooLate {

    private final Changes changes;
    private final ChangePlan plan;
    private final Seats seats;
    private final Inbox inbox;

    AskedTooLate(Changes changes, ChangePlan plan, Seats seats, Inbox inbox) {
        this.changes = changes;
        this.plan = plan;
        this.seats = seats;
        this.inbox = inbox;
    }

    @EventListener
    @Transactional
    public void onOpened(TaskOpened opened) {
        UserTask task = opened.task();
        if (!task.process().equals(ChangePlan.PROCESS)) {
            return;
        }
        Change change = changes.lock(new ChangeId(task.subject()));
        if (!plan.asks(task.subject()).contains(task.element()) || isTaken(task, change)) {
            inbox.complete(task, new Nothing());
        }
    }

    private boolean isTaken(UserTask task, Change change) {
        return task.element().equals(ChangePlan.REVIEW)
                && !seats.stillFree(change.id()).contains(Seat.of(task, change).number());
    }

    /** Camunda is told that something happened, never what was decided. */
    record Nothing() {}
}
