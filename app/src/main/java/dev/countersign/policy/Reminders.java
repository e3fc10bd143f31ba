package dev.countersign.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When leaders are told that an end comes near, and from when on VPs are asked what comes after it. */
final class Reminders {

    static final Duration DECISION = Duration.ofDays(14);
    private static final List<Integer> DAYS_BEFORE = List.of(30, 14, 7, 1);

    private Reminders() {}

    /** Those that should have been given by now and were not, the earliest first. */
    static List<Integer> due(Addendum addendum, Instant now) {
        return DAYS_BEFORE.stream()
                .filter(days -> isWanted(addendum, days))
                .filter(days -> !now.isBefore(moment(addendum, days)))
                .toList();
    }

    /** When the next one is to be given; it has passed if that is overdue. */
    static Optional<Instant> next(Addendum addendum) {
        return DAYS_BEFORE.stream()
                .filter(days -> isWanted(addendum, days))
                .map(days -> moment(addendum, days))
                .findFirst();
    }

    /** One that would come before the addendum itself reminds of nothing. */
    private static boolean isWanted(Addendum addendum, int days) {
        return addendum.endsAt().isPresent()
                && !addendum.end().reminded().contains(days)
                && moment(addendum, days).isAfter(addendum.startsAt().orElseThrow());
    }

    private static Instant moment(Addendum addendum, int days) {
        return addendum.endsAt().orElseThrow().minus(Duration.ofDays(days));
    }
}
