package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.Inbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Each with who is at work on it; whoever is away is not. */
    Map<Seat, Optional<Claim>> claimed(Change change) {
        List<Seat> seats = of(change);
        Map<Long, Claim> claimed =
                claims.on(seats.stream().map(seat -> seat.task().id()).toList());
        Map<Seat, Optional<Claim>> table = new LinkedHashMap<>();
        seats.forEach(seat -> table.put(
                seat, Optional.ofNullable(claimed.get(seat.task().id())).filter(claim -> !claim.away())));
        return table;
    }

    /** One that nobody has claimed. */
    Optional<Seat> free(Change change) {
        return claimed(change).entrySet().stream()
                .filter(seat -> seat.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
