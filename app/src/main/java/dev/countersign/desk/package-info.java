/** Owns the pages that bring modules together for one reader: their work, and the live diagram; it only reads. */
@NullMarked
package dev.countersign.desk;

import org.jspecify.annotations.NullMarked;
