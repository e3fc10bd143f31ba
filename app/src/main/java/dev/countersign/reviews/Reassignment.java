package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * That a review was handed to somebody by who answers for the change.
 *
 * @param from who was at work on it; empty if nobody was
 */
public record Reassignment(
        ChangeId change, long task, PersonId by, Optional<PersonId> from, PersonId to, String reason, Instant at) {}
