package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/** What one leader said of an edition, from one of two seats. */
public record EditionVote(int seat, PersonId by, boolean approved, String words, Instant at) {}
