/** Owns the line to PostgreSQL: how long anybody waits for it, and that nobody waits for one that hangs. */
@NullMarked
package dev.countersign.database;

import org.jspecify.annotations.NullMarked;
