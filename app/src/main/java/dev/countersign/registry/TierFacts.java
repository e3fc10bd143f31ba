package dev.countersign.registry;

/**
 * What the decision table `tier-one` looks at, in the table's own words.
 *
 * @param orderAffectingIncidents confirmed ones that began within the last twelve months
 * @param vpOwned whether the VP of its department holds that office
 */
public record TierFacts(boolean consumerFacing, int orderAffectingIncidents, boolean vpOwned) {}
