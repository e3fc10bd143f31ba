package dev.countersign.policy.web;

import dev.countersign.identity.PersonId;
import dev.countersign.policy.Addendum;
import dev.countersign.policy.AddendumState;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An addendum as one line of a list, and at the top of its page. */
record AddendumRow(
        String id,
        String title,
        AddendumBadge badge,
        String counter,
        String proposer,
        Instant proposedAt,
        @Nullable Instant endsAt) {

    static AddendumRow of(Addendum addendum, Instant now, Function<PersonId, String> name) {
        return new AddendumRow(
                addendum.id().value(),
                addendum.title(),
                AddendumBadge.of(addendum.state(now)),
                counter(addendum, now),
                name.apply(addendum.proposedBy()),
                addendum.proposedAt(),
                addendum.endsAt().orElse(null));
    }

    /** Counted in whole days since its approval. */
    static String counter(Addendum addendum, Instant now) {
        return addendum.state(now) == AddendumState.IN_FORCE
                ? "day %d of %d".formatted(addendum.day(now), addendum.length())
                : "%d days".formatted(addendum.length());
    }
}
