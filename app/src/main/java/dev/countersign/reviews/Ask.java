package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/** That somebody was asked for a review in the round that a change is in; no claim, and in nobody's way. */
public record Ask(PersonId person, PersonId by, Instant at) {}
