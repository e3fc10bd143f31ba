package dev.countersign.gate;

/** One thing that stands in the way: the rule by its stable code, what it expects, what is true, and the way out. */
public record Reason(String code, String expected, String actual, String wayOut) {}
