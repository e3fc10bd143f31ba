package dev.countersign.compliance;

import dev.countersign.changes.Window;
import dev.countersign.moments.LengthWords;
import java.time.Duration;
import java.time.Instant;

/** An approval for whenever is one for nothing in particular. */
final class BoundedWindow implements Check {

    @Override
    public String id() {
        return Window.LENGTH_CHECK;
    }

    @Override
    public String title() {
        return "Its window is no longer than its tier allows";
    }

    @Override
    public String fixHint() {
        return "Close the window earlier. If the work takes longer, write a change for each part of it.";
    }

    @Override
    public Finding examine(Submission submission) {
        int most = submission.requirements().windowHours();
        if (most == 0) {
            return Finding.notApplicable("windowEnd", "a limit by the policy", "none");
        }
        Instant start = submission.document().windowStart();
        Instant end = submission.document().windowEnd();
        Duration length = start == null || end == null ? null : Duration.between(start, end);
        return new Finding.Collector()
                .see(
                        length != null && length.compareTo(Duration.ofHours(most)) <= 0,
                        "windowEnd",
                        "a window of %s at most".formatted(LengthWords.of(Duration.ofHours(most))),
                        length == null ? "no window" : LengthWords.of(length))
                .finding();
    }
}
