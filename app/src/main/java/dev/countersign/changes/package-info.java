/** Owns the change document, its revisions, who wrote it, and the state it is in. */
@NullMarked
package dev.countersign.changes;

import org.jspecify.annotations.NullMarked;
