package dev.countersign.registry;

/** One fact as people read it; `key` is its name in files and forms. */
public record Line(String key, String label, String words) {}
