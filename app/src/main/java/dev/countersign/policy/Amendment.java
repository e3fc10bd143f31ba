package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wish to move an addendum's end, which waits for a second person, or for a third.
 *
 * @param endsAt the new end; empty if it is to end at once
 * @param approval what the second person said, where a third has to countersign
 */
public record Amendment(
        int number,
        Optional<Instant> endsAt,
        String reason,
        PersonId proposedBy,
        Instant proposedAt,
        Optional<Decision> approval) {

    public boolean isExtension() {
        return endsAt.isPresent();
    }

    /** As people say it after "to": the addendum's page and the record use the same words. */
    public String wish() {
        return isExtension() ? "extend it" : "end it early";
    }

    /** Who has spoken already; nobody speaks twice. */
    Stream<PersonId> voices() {
        return Stream.concat(Stream.of(proposedBy), approval.map(Decision::by).stream());
    }

    Amendment approved(Decision by) {
        return new Amendment(number, endsAt, reason, proposedBy, proposedAt, Optional.of(by));
    }
}
