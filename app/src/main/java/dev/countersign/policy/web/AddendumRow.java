package dev.countersign.policy.web;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An addendum as one line of a list, and at the top of its page. */
record AddendumRow(
        String id,
        String title,
        AddendumBadge badge,
        String counter,
        String left,
        String proposer,
        Instant proposedAt,
        @Nullable Instant endsAt) {

    private static final Duration DAY = Duration.ofDays(1);

    static AddendumRow of(Addendum addendum, Instant now, Function<PersonId, String> name) {
        return new AddendumRow(
                addendum.id().value(),
                addendum.title(),
                AddendumBadge.of(addendum.state(now)),
                counter(addendum, now),
                left(addendum, now),
                name.apply(addendum.proposedBy()),
                addendum.proposedAt(),
                addendum.endsAt().orElse(null));
    }

    /** How long it goes on, in days that have begun; empty unless it is in force. */
    private static String left(Addendum addendum, Instant now) {
        if (addendum.state(now) != AddendumState.IN_FORCE) {
            return "";
        }
        long days = Duration.between(now, addendum.endsAt().orElseThrow())
                .plus(DAY)
                .minusNanos(1)
                .dividedBy(DAY);
        return days == 1 ? "1 day left" : days + " days left";
    }

    /** Counted in whole days since its approval. */
    static String counter(Addendum addendum, Instant now) {
        return addendum.state(now) == AddendumState.IN_FORCE
                ? "day %d of %d".formatted(addendum.day(now), addendum.length())
                : "%d days".formatted(addendum.length());
    }
}
