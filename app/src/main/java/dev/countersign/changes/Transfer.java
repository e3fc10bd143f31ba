package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/**
 * A change that was handed over.
 *
 * @param by who did it: an author, or its director or VP
 */
public record Transfer(ChangeId change, PersonId from, PersonId to, PersonId by, String reason, Instant at) {}
