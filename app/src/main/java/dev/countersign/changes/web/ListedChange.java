package dev.countersign.changes.web;

import dev.countersign.changes.StatusBadge;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as one line of the list of all.
 *
 * @param tier of the most critical system that it touches, as it counts now; null if none of them is known
 * @param systems their names
 * @param written when its author began it
 */
public record ListedChange(
        String id,
        String title,
        StatusBadge badge,
        @Nullable Integer tier,
        List<String> systems,
        @Nullable WindowWords window,
        String author,
        Instant written) {

    private static final int FEW = 2;

    /** As many as fit a line; the page of the change has them all. */
    public String fewSystems() {
        return String.join(", ", systems.stream().limit(FEW).toList());
    }

    public int moreSystems() {
        return Math.max(0, systems.size() - FEW);
    }

    public String allSystems() {
        return String.join(", ", systems);
    }
}
