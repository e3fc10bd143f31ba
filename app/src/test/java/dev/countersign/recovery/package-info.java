/** Owns the proofs that nothing is lost and nothing is done twice when servers die. */
@NullMarked
package dev.countersign.recovery;

import org.jspecify.annotations.NullMarked;
