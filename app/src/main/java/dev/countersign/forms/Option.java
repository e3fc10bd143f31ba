package dev.countersign.forms;

/** A value that may be chosen, and the words a person reads for it. */
public record Option(String value, String label) {}
