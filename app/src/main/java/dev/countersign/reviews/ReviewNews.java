package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.RoadNews;
import dev.countersign.changes.RoadStop;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells on a change's way how many of its reviews are in. */
@Component
class ReviewNews implements RoadNews {

    private final Seats seats;
    private final Verdicts verdicts;

    ReviewNews(Seats seats, Verdicts verdicts) {
        this.seats = seats;
        this.verdicts = verdicts;
    }

    /** Only while they are under way: before it nobody has spoken, and later the stop itself says that all have. */
    @Override
    public Map<RoadStop, Note> of(Change change) {
        int demanded = change.requirements().map(all -> all.reviews()).orElse(0);
        return switch (change.status()) {
            case IN_REVIEW -> in(demanded - seats.stillFree(change.id()).size(), demanded);
            case SIGN_OFF, ESCALATED, APPROVED, BAKING, OUTCOME, CLOSED, ROLLED_BACK -> in(demanded, demanded);
            case NEEDS_WORK ->
                verdicts.of(change.id(), change.revision().number()).isEmpty()
                        ? Map.of()
                        : Map.of(RoadStop.REVIEWS, new Note("", true));
            case DRAFT, CHECKING, REJECTED, WITHDRAWN, EXPIRED -> Map.of();
        };
    }

    private static Map<RoadStop, Note> in(int given, int demanded) {
        return Map.of(RoadStop.REVIEWS, new Note("%d of %d".formatted(given, demanded), false));
    }
}
