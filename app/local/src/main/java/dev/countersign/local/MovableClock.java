package dev.countersign.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The world's time plus the kept offset, which only grows; whoever moves it moves it for every process on the stack. */
final class MovableClock extends Clock {

    private final Clock world = Clock.systemUTC();
    private final ClockOffset kept;

    MovableClock(ClockOffset kept) {
        this.kept = kept;
    }

    synchronized void move(Duration by) {
        kept.write(kept.read().plus(by));
    }

    Duration offset() {
        return kept.read();
    }

    @Override
    public Instant instant() {
        return world.instant().plus(offset());
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
