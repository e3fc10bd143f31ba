package dev.countersign.registry;

import java.time.Instant;

/** Another tier for a while than the one that the rule gives: from its approval until its end. */
public record TierOverride(String system, int tier, String reason, Instant endsAt) {}
