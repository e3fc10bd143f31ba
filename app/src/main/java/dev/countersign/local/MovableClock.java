package dev.countersign.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The world's time plus an offset that only grows. */
final class MovableClock extends Clock {

    private final Clock world = Clock.systemUTC();
    private final ClockOffset kept;
    private final AtomicReference<Duration> offset;

    MovableClock(ClockOffset kept) {
        this.kept = kept;
        this.offset = new AtomicReference<>(kept.read());
    }

    synchronized void move(Duration by) {
        Duration moved = offset.get().plus(by);
        kept.write(moved);
        offset.set(moved);
    }

    Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return world.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    private static final class Zoned extends Clock {

        private final Clock source;
        private final ZoneId zone;

        Zoned(Clock source, ZoneId zone) {
            this.source = source;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(source, other);
        }
    }
}
