package dev.countersign.registry;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/** What a second person said of a proposal. */
public record Decision(PersonId by, boolean approved, String words, Instant at) {}
