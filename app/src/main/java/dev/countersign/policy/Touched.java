package dev.countersign.policy;

/** A system that a change touches, as far as the scope of an addendum looks at it. */
public record Touched(String system, String department, int tier) {}
