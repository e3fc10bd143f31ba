/** Owns what a machine can find out about a change by itself: deterministic checks, their evidence and their verdict. */
@NullMarked
package dev.countersign.compliance;

import org.jspecify.annotations.NullMarked;
