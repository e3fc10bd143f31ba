/** Owns what the service tasks around reviews, sign-off and escalation read and do. */
@NullMarked
package dev.countersign.reviews.process;

import org.jspecify.annotations.NullMarked;
