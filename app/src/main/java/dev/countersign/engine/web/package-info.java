/** Owns the way to the models: the diagrams that the pages draw. */
@NullMarked
package dev.countersign.engine.web;

import org.jspecify.annotations.NullMarked;
