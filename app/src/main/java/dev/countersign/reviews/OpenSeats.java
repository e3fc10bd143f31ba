package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.Inbox;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The seats at a review table that the plan asks for and nobody has filled, claimed or not. */
@Component
class OpenSeats {

    private final Inbox inbox;
    private final Claims claims;

    OpenSeats(Inbox inbox, Claims claims) {
        this.inbox = inbox;
        this.claims = claims;
    }

    List<Seat> of(Change change) {
        return inbox.open(change.id().value()).stream()
                .filter(task -> task.element().equals(ChangePlan.REVIEW))
                .map(task -> Seat.of(task, change))
                .toList();
    }

    /** One that nobody has claimed. */
    Optional<Seat> free(Change change) {
        return of(change).stream()
                .filter(seat -> claims.holder(seat.task().id()).isEmpty())
                .findFirst();
    }
}
