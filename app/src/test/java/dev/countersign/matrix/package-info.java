/** Owns the table of who may call which route about what, and holds the running application to it. */
@NullMarked
package dev.countersign.matrix;

import org.jspecify.annotations.NullMarked;
