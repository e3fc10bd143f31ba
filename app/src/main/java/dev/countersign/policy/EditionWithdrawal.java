package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;

/** What one leader said against an approved edition before it began, from one of two seats. */
public record EditionWithdrawal(int seat, PersonId by, String reason, Instant at) {}
