package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * An absence as somebody wants to declare it.
 *
 * @param from a time that has passed means now
 * @param delegate who decides in everything that they lead; empty if nobody does
 */
public record AbsencePlan(PersonId person, Instant from, Instant until, String reason, Optional<PersonId> delegate) {

    AbsencePlan notBefore(Instant now) {
        return from.isBefore(now) ? new AbsencePlan(person, now, until, reason, delegate) : this;
    }
}
