/** The application itself: one deployable, cut into the modules below this package. */
@NullMarked
package dev.countersign;

import org.jspecify.annotations.NullMarked;
