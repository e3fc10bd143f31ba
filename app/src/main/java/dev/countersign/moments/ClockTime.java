package dev.countersign.moments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What a day and a time on the clocks of a zone stand for: a moment, two of them, or none. */
public sealed interface ClockTime {

    /** The clocks show it once. */
    record Once(Instant at) implements ClockTime {}

    /** The clocks are put back over it, and show it twice. */
    record Twice(ZoneOffset first, ZoneOffset second) implements ClockTime {}

    /** The clocks are put forward over it, from the one time to the other. */
    record Never(LocalDateTime from, LocalDateTime to) implements ClockTime {}

    static ClockTime of(LocalDateTime shown, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(shown);
        return switch (offsets.size()) {
            case 0 -> skipped(shown, zone);
            case 1 -> new Once(shown.toInstant(offsets.getFirst()));
            default -> new Twice(offsets.getFirst(), offsets.getLast());
        };
    }

    /** What the clocks of a zone show at a moment, to the minute. */
    static LocalDateTime shown(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Never skipped(LocalDateTime shown, ZoneId zone) {
        var change = zone.getRules().getTransition(shown);
        return new Never(change.getDateTimeBefore(), change.getDateTimeAfter());
    }
}
