package dev.countersign.refusals;

/** A refusal as somebody reads it. */
public record Told(String sentence, String wayOut) {}
