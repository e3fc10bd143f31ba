/** Owns the append-only record of what was done in the house, by whom and when. */
@NullMarked
package dev.countersign.journal;

import org.jspecify.annotations.NullMarked;
