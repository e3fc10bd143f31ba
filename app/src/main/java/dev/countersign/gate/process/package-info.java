/** Owns what the service tasks of `bypass-case` do. */
@NullMarked
package dev.countersign.gate.process;

import org.jspecify.annotations.NullMarked;
