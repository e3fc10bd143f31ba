package dev.countersign.compliance;

import java.time.Instant;

final class WindowAhead implements Check {

    @Override
    public String id() {
        return "window-ahead";
    }

    @Override
    public String title() {
        return "The window lies ahead and ends after it opens";
    }

    @Override
    public String fixHint() {
        return "Choose a window that opens after now, with time for reviews and sign-off, and closes after it opens.";
    }

    @Override
    public Finding examine(Submission submission) {
        Instant start = submission.document().windowStart();
        Instant end = submission.document().windowEnd();
        Finding.Collector seen = new Finding.Collector();
        if (start == null || end == null) {
            String missing = start == null ? "windowStart" : "windowEnd";
            return seen.see(false, missing, "when the window opens and closes", "nothing")
                    .finding();
        }
        if (submission.doneAt().isPresent()) {
            Instant done = submission.doneAt().get();
            return seen.see(
                            !done.isBefore(start),
                            "windowStart",
                            "%s or earlier: it was done then".formatted(done),
                            start.toString())
                    .see(done.isBefore(end), "windowEnd", "after %s: it was done then".formatted(done), end.toString())
                    .finding();
        }
        return seen.see(start.isAfter(submission.now()), "windowStart", "after " + submission.now(), start.toString())
                .see(end.isAfter(start), "windowEnd", "after the window opens", end.toString())
                .finding();
    }
}
