/** Owns the pages on which changes are written, read and acted upon. */
@NullMarked
package dev.countersign.changes.web;

import org.jspecify.annotations.NullMarked;
