package dev.countersign.changes;

import dev.countersign.engine.Runs;
import dev.countersign.identity.Person;
import dev.countersign.journal.Recorded;
import dev.countersign.spelling.Excerpt;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a change's new state and its journal entry together, and lets go of its process when it has ended. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ChangeLedger {

    private static final int LONGEST_REASON = 990;

    private final ChangeRows rows;
    private final Runs runs;
    private final ApplicationEventPublisher events;

    ChangeLedger(ChangeRows rows, Runs runs, ApplicationEventPublisher events) {
        this.rows = rows;
        this.runs = runs;
        this.events = events;
    }

    Change write(Change change, ChangeEvent event) {
        rows.update(change);
        events.publishEvent(event);
        if (change.status().ended()) {
            runs.end(change.id().value());
        }
        return rows.find(change.id()).orElseThrow();
    }

    Change move(Change before, Change after, Person actor, String reason) {
        return move(before, after, actor.id().value(), reason);
    }

    /** A move that a rule or a clock made. */
    Change move(Change before, Change after, Optional<Person> actor, String reason) {
        return move(before, after, actor.map(person -> person.id().value()).orElse(Recorded.HOUSE), reason);
    }

    private Change move(Change before, Change after, String actor, String reason) {
        return write(
                after,
                new ChangeEvent.Moved(
                        before.id(),
                        actor,
                        after.systems(),
                        before.status(),
                        after.status(),
                        Excerpt.of(reason, LONGEST_REASON)));
    }
}
