package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Inbox;
import dev.countersign.identity.Person;
import org.springframework.stereotype.Component;

/** What a verdict does to its task and to the change; an abstention leaves both as they are. */
@Component
class Conclusions {

    private final Inbox inbox;
    private final ChangeFlow flow;
    private final Seats seats;

    Conclusions(Inbox inbox, ChangeFlow flow, Seats seats) {
        this.inbox = inbox;
        this.flow = flow;
        this.seats = seats;
    }

    /** Carries nothing: a completed task's variables climb to the whole process, and what was said stays in PostgreSQL. */
    record Decided() {}

    Change of(Sitting sitting, Verdict verdict) {
        Change change = sitting.seat().change();
        if (!verdict.counts()) {
            return change;
        }
        inbox.complete(sitting.seat().task(), new Decided());
        ChangeId id = change.id();
        Person person = sitting.person();
        boolean approved = verdict.approves();
        return switch (verdict.duty()) {
            case REVIEWER ->
                seats.ruling(change)
                        .map(ruling -> flow.reviewed(id, ruling, person))
                        .orElse(change);
            case DIRECTOR -> flow.signedOff(id, approved, person, verdict.onBehalfOf(), verdict.comment());
            case VP -> flow.escalationDecided(id, approved, person, verdict.onBehalfOf(), verdict.comment());
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException(
                        "Expected only seats of change '%s' to decide, but somebody else did.".formatted(id));
        };
    }
}
