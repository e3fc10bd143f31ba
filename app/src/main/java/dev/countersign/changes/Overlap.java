package dev.countersign.changes;

/** Another change that reaches one of the same systems in an overlapping window. */
public record Overlap(ChangeId id, String title) {}
