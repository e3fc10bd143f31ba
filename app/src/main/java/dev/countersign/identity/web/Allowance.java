package dev.countersign.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many a minute for each name, all at once or one after the other. Of a name it keeps only until when all that it
 * asked for would have taken at an even pace (the generic cell rate algorithm), and forgets those that asked longest ago.
 */
final class Allowance {

    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 20_000;

    /** Whether one more is granted, how many are left, and after how long there is one again. */
    record Answer(boolean granted, long left, Duration until) {

        /** Whole seconds, at least one. */
        long seconds() {
            return Math.max(1, until.plusMillis(999).toSeconds());
        }
    }

    private final int most;
    private final Map<String, Instant> paced = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_NAMES;
        }
    };

    Allowance(int most) {
        this.most = most;
    }

    boolean isLimited() {
        return most > 0;
    }

    int most() {
        return most;
    }

    synchronized Answer take(String name, Instant now) {
        Duration step = WINDOW.dividedBy(most);
        Instant before = paced.getOrDefault(name, now);
        Instant next = (before.isAfter(now) ? before : now).plus(step);
        Duration ahead = Duration.between(now, next);
        if (ahead.compareTo(WINDOW) > 0) {
            return new Answer(false, 0, ahead.minus(WINDOW));
        }
        paced.put(name, next);
        return new Answer(true, WINDOW.minus(ahead).dividedBy(step), step);
    }

    synchronized int names() {
        return paced.size();
    }
}
