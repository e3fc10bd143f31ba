package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/** What the second leader said of a proposal. */
public record Decision(PersonId by, boolean approved, String words, Instant at) {}
