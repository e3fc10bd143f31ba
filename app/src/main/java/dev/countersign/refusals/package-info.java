/** Owns how the house says no: one family with a stable code, the fact, and the way out. */
@NullMarked
package dev.countersign.refusals;

import org.jspecify.annotations.NullMarked;
