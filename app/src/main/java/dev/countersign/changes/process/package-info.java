/** Owns what the service tasks of `production-change` do to a change. */
@NullMarked
package dev.countersign.changes.process;

import org.jspecify.annotations.NullMarked;
