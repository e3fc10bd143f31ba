package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a sign-off from a silent director and gives it to the VP. */
@Component
public class Escalation {

    private final ChangeFlow flow;
    private final Inbox inbox;

    Escalation(ChangeFlow flow, Inbox inbox) {
        this.flow = flow;
        this.inbox = inbox;
    }

    /** Escalates the change if its sign-off is overdue, and closes the director's task with it. */
    @Transactional
    public Change escalateIfOverdue(ChangeId id) {
        Change change = flow.escalateIfOverdue(id);
        if (change.status() != Status.SIGN_OFF) {
            inbox.open(id.value(), ChangePlan.SIGN_OFF).ifPresent(inbox::close);
        }
        return change;
    }
}
