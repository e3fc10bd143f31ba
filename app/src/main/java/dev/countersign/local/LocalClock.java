package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;

/** The stack's one time: application and broker move together. */
public final class LocalClock {

    private final MovableClock clock;
    private final BrokerClock broker;

    LocalClock(MovableClock clock, BrokerClock broker) {
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
        clock.move(by);
        broker.move(by);
    }

    public Instant now() {
        return clock.instant();
    }

    public Duration offset() {
        return clock.offset();
    }
}
