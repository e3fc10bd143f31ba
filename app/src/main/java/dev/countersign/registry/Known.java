package dev.countersign.registry;

import java.util.Set;

/** The names that a description may refer to. */
record Known(Set<String> people, Set<String> departments, Set<String> systems) {}
