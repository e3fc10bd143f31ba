package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTests {

    @TempDir
    Path temp;

    @Test
    void staysMovedAfterARestart() {
        clock().move(Duration.ofDays(90));
        clock().move(Duration.ofHours(1));
        assertThat(clock().offset()).isEqualTo(Duration.ofDays(90).plusHours(1));
    }

    @Test
    void movesForEveryProcessOnTheStack() {
        var one = clock();
        var other = clock().withZone(ZoneId.of("Europe/Madrid"));
        var world = Clock.systemUTC().instant();
        assertThat(one.instant()).isBetween(world, world.plusSeconds(60));
        one.move(Duration.ofDays(90));
        assertThat(other.instant()).isAfter(world.plus(Duration.ofDays(90)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1S"})
    void refusesToGoBackOrNowhere(Duration by) {
        var clock = new LocalClock(clock(), new BrokerClock(URI.create("http://127.0.0.1:9")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> clock.move(by))
                .withMessageContaining("time only goes forward");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P366DT1S", "P3650D", "P106751991167300D"})
    void refusesToGoFurtherThanAYearAtOnce(Duration by) {
        var clock = new LocalClock(clock(), new BrokerClock(URI.create("http://127.0.0.1:9")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> clock.move(by))
                .withMessageContaining("a year is the furthest at once");
        assertThat(clock.offset()).isZero();
    }

    private MovableClock clock() {
        return new MovableClock(new ClockOffset(temp.resolve("clock-offset")));
    }
}
