package dev.countersign.changes;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;

/** When a change may be executed: from its start on, and no longer at its end. */
public record Window(Instant start, Instant end) {

    /** The check that limits how long it may be; the gate asks the same anew. */
    public static final String LENGTH_CHECK = "bounded-window";

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

    public Duration length() {
        return Duration.between(start, end);
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(start) && now.isBefore(end);
    }

    void demandExecution(Change change, Instant at, Instant now) {
        if (at.isAfter(now)) {
            throw refusal(change, "%s has not come yet".formatted(at), "Report it once it is done.");
        }
        if (!isOpen(at)) {
            throw refusal(
                    change,
                    "its window is %s to %s, not %s".formatted(start, end, at),
                    "Execute it inside its window, or write a new change with another one.");
        }
    }

    private static Refusal refusal(Change change, String fact, String wayOut) {
        return Refusal.conflict(
                "changes.outside-window",
                "Expected to report the execution of change '%s', but %s.".formatted(change.id(), fact),
                wayOut);
    }
}
