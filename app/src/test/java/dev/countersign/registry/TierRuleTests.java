package dev.countersign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierRuleTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final TierRule rule = new TierRule();

    @ParameterizedTest
    @CsvSource({
        "true, 2, true, true, tier-one-by-rule",
        "true, 9, true, true, tier-one-by-rule",
        "true, 1, true, false, tier-one-few-incidents",
        "true, 0, true, false, tier-one-few-incidents",
        "false, 2, true, false, tier-one-not-consumer-facing",
        "false, 0, false, false, tier-one-not-consumer-facing",
        "true, 2, false, false, tier-one-no-vp-organisation",
        "true, 1, false, false, tier-one-few-incidents",
    })
    void asksForConsumersSeveralIncidentsAndAVp(
            boolean consumerFacing, int incidents, boolean vpOwned, boolean tierOne, String clause) {
        assertThat(rule.ask(new TierFacts(consumerFacing, incidents, vpOwned)))
                .isEqualTo(new TierRule.Answer(tierOne, clause));
    }

    @Test
    void holdsUntilTheSecondNewestIncidentIsAYearOld() {
        TierVerdict verdict = evidence(days(300), days(10), days(100)).judge(rule, NOW);
        assertThat(verdict.facts().orderAffectingIncidents()).isEqualTo(3);
        assertThat(verdict.holdsUntil()).contains(Instant.parse("2027-08-15T12:00:00Z"));
        assertThat(TierEvidence.ages(days(100))).isEqualTo("2027-08-15T12:00:00Z");
    }

    @Test
    void countsAnIncidentUntilTheSameMomentOfTheNextYear() {
        Instant yearAgo = Instant.parse("2025-11-23T12:00:00Z");
        assertThat(evidence(yearAgo, days(3)).judge(rule, NOW).holdsUntil()).isEmpty();
        assertThat(evidence(yearAgo.plusMillis(1), days(3)).judge(rule, NOW).holdsUntil())
                .contains(NOW.plusMillis(1));
    }

    /** A year is as long as it is: three hundred and sixty-five days would be over a day too early. */
    @Test
    void countsAYearWithALeapDayInItInFull() {
        assertThat(TierEvidence.ages(Instant.parse("2027-06-01T12:00:00Z"))).isEqualTo("2028-06-01T12:00:00Z");
        assertThat(TierEvidence.ages(Instant.parse("2028-02-29T12:00:00Z"))).isEqualTo("2029-02-28T12:00:00Z");
    }

    @Test
    void hasNoEndToANo() {
        TierVerdict verdict = evidence(days(3)).judge(rule, NOW);
        assertThat(verdict.holdsUntil()).isEmpty();
        assertThat(verdict.clause()).isEqualTo("tier-one-few-incidents");
    }

    private static TierEvidence evidence(Instant... incidents) {
        return new TierEvidence("checkout-api", true, true, List.of(incidents));
    }

    private static Instant days(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }
}
