package dev.countersign.registry;

/** What is to be said of something from now on, and which revision of it that replaces: 0 if it is new. */
public record Revised<T extends Described>(int from, T facts) {}
