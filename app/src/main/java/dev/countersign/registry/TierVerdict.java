package dev.countersign.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * What the rule says of a system.
 *
 * @param holdsUntil until when it says yes, if nothing new is learnt; empty if it says no
 */
public record TierVerdict(String system, String rule, String clause, TierFacts facts, Optional<Instant> holdsUntil) {}
