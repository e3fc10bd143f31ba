package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Allowance allowance = new Allowance(60);

    @Test
    void grantsAMinutesWorthAtOnceAndNotOneMore() {
        for (int i = 0; i < 60; i++) {
            assertThat(allowance.take("ada", NOW).granted()).as("%d", i).isTrue();
        }
        var refused = allowance.take("ada", NOW);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.seconds()).isEqualTo(1);
    }

    @Test
    void grantsOneForEachSecondThatPasses() {
        IntStream.range(0, 60).forEach(i -> allowance.take("ada", NOW));
        assertThat(allowance.take("ada", NOW.plusMillis(999)).granted()).isFalse();
        assertThat(allowance.take("ada", NOW.plusSeconds(1)).granted()).isTrue();
        assertThat(allowance.take("ada", NOW.plusSeconds(1)).granted()).isFalse();
        assertThat(allowance.take("ada", NOW.plusSeconds(90)).left()).isEqualTo(59);
    }

    @Test
    void countsEachNameForItself() {
        IntStream.range(0, 61).forEach(i -> allowance.take("ada", NOW));
        assertThat(allowance.take("ben", NOW).granted()).isTrue();
    }

    /** What the gate is built for: 500 questions a second of one pipeline, minute after minute. */
    @Test
    void neverHoldsUpAPipelineAtItsPeak() {
        var api = new Allowance(60_000);
        for (int i = 0; i < 500 * 180; i++) {
            assertThat(api.take("pipeline", NOW.plus(Duration.ofMillis(2L * i))).granted())
                    .isTrue();
        }
    }

    @Test
    void remembersABoundedNumberOfNames() {
        IntStream.range(0, 50_000).forEach(i -> allowance.take("stranger " + i, NOW));
        assertThat(allowance.names()).isEqualTo(20_000);
    }
}
