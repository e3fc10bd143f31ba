/** Owns what the house runs: systems, their tier and owner, departments, directors and VPs. */
@NullMarked
package dev.countersign.registry;

import org.jspecify.annotations.NullMarked;
