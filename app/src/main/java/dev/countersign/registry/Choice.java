package dev.countersign.registry;

/** A system as a form offers it: the key it stands for and what people read. */
public record Choice(String value, String label) {}
