package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who is at work on which task and who was before, and tells the news. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimLedger {

    private final Claims claims;
    private final ApplicationEventPublisher events;

    ClaimLedger(Claims claims, ApplicationEventPublisher events) {
        this.claims = claims;
        this.events = events;
    }

    /** Takes a free task; says whether it still was free. It stays on the record from which absent person it came. */
    boolean claim(Sitting sitting) {
        var absent = sitting.absentHolder();
        absent.ifPresent(_ -> claims.drop(task(sitting)));
        boolean taken = take(sitting);
        if (taken) {
            events.publishEvent(absent.filter(before -> !sitting.person().is(before))
                    .map(before -> takenOver(sitting, before))
                    .orElseGet(() -> claimed(sitting)));
        }
        return taken;
    }

    void takeOver(Sitting sitting, PersonId before) {
        claims.drop(task(sitting));
        take(sitting);
        events.publishEvent(takenOver(sitting, before));
    }

    void release(Sitting sitting) {
        claims.drop(task(sitting));
        events.publishEvent(released(sitting));
    }

    /** Whether they gave it back at any time. */
    boolean wasReleased(Sitting sitting) {
        return claims.wasReleased(released(sitting));
    }

    private boolean take(Sitting sitting) {
        return claims.take(
                task(sitting), sitting.seat().change().id(), sitting.person().id());
    }

    private static long task(Sitting sitting) {
        return sitting.seat().task().id();
    }

    private static ReviewEvent claimed(Sitting sitting) {
        Seat seat = sitting.seat();
        return new ReviewEvent.Claimed(
                seat.change().id(),
                sitting.person().id().value(),
                seat.change().systems(),
                seat.task().id(),
                seat.task().element());
    }

    private static ReviewEvent takenOver(Sitting sitting, PersonId before) {
        Seat seat = sitting.seat();
        return new ReviewEvent.TakenOver(
                seat.change().id(),
                sitting.person().id().value(),
                seat.change().systems(),
                seat.task().id(),
                seat.task().element(),
                before.value());
    }

    private static ReviewEvent.Released released(Sitting sitting) {
        Seat seat = sitting.seat();
        return new ReviewEvent.Released(
                seat.change().id(),
                sitting.person().id().value(),
                seat.change().systems(),
                seat.task().id(),
                seat.task().element());
    }
}
