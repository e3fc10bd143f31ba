package dev.countersign.registry;

/** That a system is built from something. */
public record Build(String system, Origin origin) {}
