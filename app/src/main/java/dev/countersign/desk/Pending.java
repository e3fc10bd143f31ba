package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.StatusBadge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the reader's that others, or the time, must move on.
 *
 * @param on who or what it waits for
 * @param until by when it moves by itself; null when only people can move it
 */
public record Pending(
        Change change,
        StatusBadge badge,
        String on,
        @Nullable Instant until) {}
