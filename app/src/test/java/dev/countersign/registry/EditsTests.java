package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long two people may set a tier aside, and that they say why. */
class EditsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant YEAR = NOW.plus(Duration.ofDays(366));

    @Test
    void overridesATierUntilAMomentWithinAYear() {
        assertThat(refused(2, "A campaign runs.", NOW.plusNanos(1))).isEmpty();
        assertThat(refused(2, "A campaign runs.", YEAR)).isEmpty();
        assertThat(refused(2, "A campaign runs.", NOW)).contains("registry.end-out-of-range");
        assertThat(refused(2, "A campaign runs.", YEAR.plusNanos(1))).contains("registry.end-out-of-range");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void knowsFourTiers(int tier) {
        assertThat(refused(tier, "A campaign runs.", YEAR)).contains("registry.no-such-tier");
        assertThat(refused(1, "A campaign runs.", YEAR)).isEmpty();
        assertThat(refused(4, "A campaign runs.", YEAR)).isEmpty();
    }

    @Test
    void wantsAReasonOfSomeLength() {
        assertThat(refused(2, " ", YEAR)).contains("registry.no-reason");
        assertThat(refused(2, "x".repeat(4_000), YEAR)).isEmpty();
        assertThat(refused(2, "x".repeat(4_001), YEAR)).contains("registry.no-reason");
    }

    private static Optional<String> refused(int tier, String reason, Instant endsAt) {
        return Edits.refuseOverride(tier, reason, endsAt, NOW).map(Refusal::code);
    }
}
