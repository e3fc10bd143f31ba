/** Owns the one way in which text, repositories, commits and digests are written here, whatever door they come in by. */
@NullMarked
package dev.countersign.spelling;

import org.jspecify.annotations.NullMarked;
