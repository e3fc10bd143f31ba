package dev.countersign.changes;

import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
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
            throw Refusal.invalid("changes.window-missing")
                    .expectedTo("find a window in change '%s'", document.title())
                    .because("the start or the end of its window is missing")
                    .instead("Say from when until when it may be executed.");
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
            throw denied(change).because("%s is still to come", at).instead("Report it once it is done.");
        }
        if (!isOpen(at)) {
            throw denied(change)
                    .because("its window is %s to %s, and you say %s", start, end, at)
                    .instead("Execute it inside its window, or write a new change with another one.");
        }
    }

    private static Attempt denied(Change change) {
        return Refusal.conflict("changes.outside-window").cannot("report the execution of %s", change.id());
    }
}
