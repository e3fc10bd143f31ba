/** Owns what independent people say of a change: claims, verdicts, sign-off and escalation. */
@NullMarked
package dev.countersign.reviews;

import org.jspecify.annotations.NullMarked;
