package dev.countersign.engine;

/** The engine's own coordinates of a piece of work; keys say where it is in the plan, never that something is approved. */
public record Job(long key, long processInstance, String process, String element) {}
