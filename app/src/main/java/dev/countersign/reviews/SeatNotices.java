package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeNotice;
import dev.countersign.changes.ChangeNotices;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.identity.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads whoever opens a change that waits for their word to the page on which they give it. */
@Component
class SeatNotices implements ChangeNotices {

    private final Inbox inbox;
    private final Sittings sittings;

    SeatNotices(Inbox inbox, Sittings sittings) {
        this.inbox = inbox;
        this.sittings = sittings;
    }

    @Override
    public List<ChangeNotice> of(Change change, Person reader) {
        return element(change.status())
                .flatMap(element -> seat(change, reader, element))
                .map(SeatNotices::notice)
                .stream()
                .toList();
    }

    /** The task that the state waits for; the engine's own word on what is open is not enough. */
    private static Optional<String> element(Status status) {
        return switch (status) {
            case IN_REVIEW -> Optional.of(ChangePlan.REVIEW);
            case SIGN_OFF -> Optional.of(ChangePlan.SIGN_OFF);
            case ESCALATED -> Optional.of(ChangePlan.ESCALATION);
            case DRAFT,
                    CHECKING,
                    NEEDS_WORK,
                    APPROVED,
                    BAKING,
                    OUTCOME,
                    CLOSED,
                    REJECTED,
                    WITHDRAWN,
                    EXPIRED,
                    ROLLED_BACK -> Optional.empty();
        };
    }

    /** The one they claimed, or else one that is free. */
    private Optional<Sitting> seat(Change change, Person reader, String element) {
        List<Seat> open = inbox.open(change.id().value()).stream()
                .filter(task -> task.element().equals(element))
                .map(task -> Seat.of(task, change))
                .toList();
        List<Sitting> theirs = sittings.of(open, reader).stream()
                .filter(sitting -> sitting.toDecide().granted())
                .toList();
        return theirs.stream()
                .filter(Sitting::isHeld)
                .findFirst()
                .or(() -> theirs.stream().findFirst());
    }

    private static ChangeNotice notice(Sitting sitting) {
        Seat seat = sitting.seat();
        boolean claimed = sitting.isHeld();
        String path = "/reviews/" + seat.task().id();
        return switch (seat.duty()) {
            case REVIEWER ->
                new ChangeNotice(
                        claimed ? "You claimed a review of this change." : "This change waits for a review.",
                        "",
                        path,
                        claimed ? "Go on with your review" : "Review it",
                        true);
            case DIRECTOR -> new ChangeNotice("This change waits for your sign-off.", "", path, "Sign it off", true);
            case VP -> new ChangeNotice("This change waits for your decision.", "", path, "Decide it", true);
            case AUTHOR, KEY_HOLDER ->
                throw new IllegalStateException("Expected a seat for a decision, but it is none.");
        };
    }
}
