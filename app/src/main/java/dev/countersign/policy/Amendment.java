package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * A wish to move an addendum's end, which waits for a second person.
 *
 * @param endsAt the new end; empty if it is to end at once
 */
public record Amendment(int number, Optional<Instant> endsAt, String reason, PersonId proposedBy, Instant proposedAt) {

    public boolean isExtension() {
        return endsAt.isPresent();
    }

    /** As people say it after "to": the addendum's page and the record use the same words. */
    public String wish() {
        return isExtension() ? "extend it" : "end it early";
    }
}
