/** Owns what the house runs: systems, their tiers and owners, departments, dependencies, incidents, and edits by two people. */
@NullMarked
package dev.countersign.registry;

import org.jspecify.annotations.NullMarked;
