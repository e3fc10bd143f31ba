/** Owns how a moment is read from people's clocks and written for them: their zone, one format, and instants in sentences. */
@NullMarked
package dev.countersign.moments;

import org.jspecify.annotations.NullMarked;
