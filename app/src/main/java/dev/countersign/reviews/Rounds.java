package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when the reviews of changes are due, and whether that is past. */
@Component
public class Rounds {

    private final Changes changes;
    private final ReviewsProperties properties;
    private final Clock clock;

    Rounds(Changes changes, ReviewsProperties properties, Clock clock) {
        this.changes = changes;
        this.properties = properties;
        this.clock = clock;
    }

    /** The one that a change is in; empty if it is not in review. */
    Optional<Round> of(Change change) {
        return change.status() == Status.IN_REVIEW
                ? Optional.of(new Round(change.id(), change.statusSince(), properties.due()))
                : Optional.empty();
    }

    /** By when its reviews should be in; empty if it is not in review. */
    public Optional<Instant> due(Change change) {
        return of(change).map(Round::due);
    }

    /** What the diagram needs to know to keep an eye on the round a change is in; empty if it is not in review. */
    public Optional<Timetable> timetable(ChangeId change) {
        return of(changes.get(change)).map(round -> new Timetable(round.due(), round.timer(clock.instant())));
    }

    /**
     * When a round is due, and when somebody may have to be called.
     *
     * @param calls an ISO 8601 repetition
     */
    public record Timetable(Instant due, String calls) {}
}
