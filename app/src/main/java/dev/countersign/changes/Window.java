package dev.countersign.changes;

import dev.countersign.refusals.Refusal;
import java.time.Instant;

/** When a change may be executed: from its start on, and no longer at its end. */
public record Window(Instant start, Instant end) {

    static Window of(ChangeDocument document) {
        Instant start = document.windowStart();
        Instant end = document.windowEnd();
        if (start == null || end == null) {
            throw Refusal.invalid(
                    "changes.window-missing",
                    "Expected to find a window in change '%s', but its start or end is missing."
                            .formatted(document.title()),
                    "Name when it may be executed, from and until.");
        }
        return new Window(start, end);
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    void demandOpen(Change change, Instant now) {
        if (!isOpen(now)) {
            throw Refusal.conflict(
                    "changes.outside-window",
                    "Expected to report the execution of change '%s', but its window is %s to %s and it is %s."
                            .formatted(change.id(), start, end, now),
                    "Execute it inside its window, or write a new change with another one.");
        }
    }
}
