package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stack's one time: application and broker move together. */
public final class LocalClock {

    /** What is typed too large cannot be taken back, so nobody goes further than that at once. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final MovableClock clock;
    private final @Nullable BrokerClock broker;

    LocalClock(MovableClock clock, @Nullable BrokerClock broker) {
        this.clock = clock;
        this.broker = broker;
    }

    /** The application goes first: a timer that fires must find that its time has come. */
    public void move(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw Refusal.invalid(
                    "local.clock-backwards",
                    "Expected to move the clock by '" + by + "', but time only goes forward.",
                    "Give a positive ISO duration such as P90D or PT24H.");
        }
        if (by.compareTo(FURTHEST) > 0) {
            throw Refusal.invalid(
                    "local.clock-too-far",
                    "Expected to move the clock by '" + by
                            + "', but a year is the furthest at once, and there is no way back.",
                    "Give at most P366D; what has to go further goes in several steps.");
        }
        BrokerClock timers = timers(by);
        clock.move(by);
        timers.move(by);
    }

    private BrokerClock timers(Duration by) {
        if (broker == null) {
            throw Refusal.conflict(
                    "local.clock-not-ours",
                    "Expected to move the clock by '" + by
                            + "', but Camunda is somebody else's here, and its timers would stay behind.",
                    "Start with --countersign.local.engine=broker or memory to let time pass.");
        }
        return broker;
    }

    public Instant now() {
        return clock.instant();
    }

    public Duration offset() {
        return clock.offset();
    }
}
