package dev.countersign.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoChangeTests {

    /** The checks refuse a window that has begun, and on a slow machine they take a while. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T13:32:00Z", "2026-11-25T13:32:44.9Z", "2026-11-25T13:32:59.999Z"})
    void leavesTimeForItsChecksInWhateverSecondItIsWritten(String written) {
        Instant now = Instant.parse(written);
        assertThat(DemoScript.CHANGES)
                .allSatisfy(change -> assertThat(change.document("", now).windowStart())
                        .isAfterOrEqualTo(now.plus(Duration.ofSeconds(44))));
    }
}
