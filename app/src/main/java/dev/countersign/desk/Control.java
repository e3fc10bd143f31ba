package dev.countersign.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that an addendum asked for beyond the base policy: what it cost and what it stopped.
 *
 * @param asked of how many changes it was asked
 * @param people how many different people did it
 * @param waits how long each waited for it, the shortest first
 * @param stopped how many changes it alone stopped or sent back
 */
public record Control(Kind kind, int asked, int people, List<Duration> waits, int stopped) {

    public Control {
        waits = waits.stream().sorted().toList();
    }

    /** What it is, and what counts as stopped by it. */
    public enum Kind {
        SECOND_REVIEW("Second review", "The first reviewer approved, the second did not."),
        DIRECTOR("Director's sign-off", "The director declined what reviewers had approved."),
        VP("VP's approval", "The VP declined the escalation."),
        SECOND_KEY("Second key", "The gate denied because nobody had turned it.");

        private final String title;
        private final String counts;

        Kind(String title, String counts) {
            this.title = title;
            this.counts = counts;
        }

        public String title() {
            return title;
        }

        /** The rule by which something counts as stopped by it. */
        public String counts() {
            return counts;
        }
    }

    /** Half of them waited no longer. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /** Nine of ten waited no longer. */
    public Optional<Duration> p90() {
        return percentile(90);
    }

    public Duration total() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** By nearest rank. */
    private Optional<Duration> percentile(int percent) {
        return waits.isEmpty()
                ? Optional.empty()
                : Optional.of(waits.get((int) Math.ceil(waits.size() * percent / 100.0) - 1));
    }
}
