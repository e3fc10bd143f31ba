package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTableTests {

    private static final DecisionTable TABLE = DecisionTable.parse(BasePolicy.read());
    private static final List<Judged> ALL = FactCombinations.all()
            .map(facts -> new Judged(facts, TABLE.require(facts, false), TABLE.require(facts, true)))
            .toList();

    private record Judged(Facts facts, Requirements base, Requirements under) {}

    @Test
    void neverAsksForLessUnderAnAddendum() {
        assertThat(ALL).allSatisfy(judged -> {
            Requirements base = judged.base();
            Requirements under = judged.under();
            assertThat(under.reviews()).isGreaterThanOrEqualTo(base.reviews());
            assertThat(under.bakeMinutes()).isGreaterThanOrEqualTo(base.bakeMinutes());
            assertThat(under.directorSignOff() || !base.directorSignOff()).isTrue();
            assertThat(under.vpApproval() || !base.vpApproval()).isTrue();
            assertThat(under.secondKey() || !base.secondKey()).isTrue();
            assertThat(under.blockingChecks().and(base.blockingChecks())).isEqualTo(under.blockingChecks());
            assertThat(under.and(base)).isEqualTo(under);
            assertThat(under.clauses()).containsAll(base.clauses());
        });
    }

    @Test
    void asksForAtLeastOneReviewWhateverTheFacts() {
        assertThat(ALL)
                .hasSize(4 * 5 * 2 * 4 * 2 * 2 * 3 * 3 * 2)
                .allSatisfy(judged -> assertThat(judged.base().reviews()).isPositive());
    }

    /** Which changes an addendum covers says its scope, see {@link ScopeTests}. */
    @Test
    void asksForTwoReviewsAndTheDirectorOfWhatAnAddendumCovers() {
        assertThat(ALL).allSatisfy(judged -> {
            assertThat(judged.under().reviews()).isEqualTo(2);
            assertThat(judged.under().directorSignOff()).isTrue();
            assertThat(judged.under().clauses()).contains("addendum-friction");
        });
    }

    @Test
    void asksForOneReviewAndNobodyElseByTheBasePolicy() {
        assertThat(TABLE.require(facts(1, "one-zone", false), false))
                .isEqualTo(new Requirements(
                        1,
                        false,
                        false,
                        false,
                        BlockingChecks.all(),
                        60,
                        336,
                        8,
                        List.of("base-one-review", "base-bake-tier-1")));
    }

    @Test
    void asksForTheVpAndASecondKeyWhereAChangeReachesEverywhereOrSteersOthers() {
        assertThat(TABLE.require(facts(3, "global", false), false))
                .matches(Requirements::vpApproval)
                .matches(Requirements::secondKey)
                .matches(Requirements::directorSignOff);
        assertThat(TABLE.require(facts(3, "one-host", true), false))
                .matches(Requirements::secondKey)
                .matches(Requirements::vpApproval)
                .matches(Requirements::directorSignOff);
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 30", "3, 15", "4, 15"})
    void asksForALongerBakeTheMoreCriticalTheTier(int tier, int minutes) {
        assertThat(TABLE.require(facts(tier, "one-host", false), false).bakeMinutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 24", "3, 72", "4, 72"})
    void asksForAShorterWindowTheMoreCriticalTheTier(int tier, int hours) {
        assertThat(TABLE.require(facts(tier, "one-host", false), false).windowHours())
                .isEqualTo(hours);
    }

    @Test
    void refusesATableThatAsksForNothing() {
        String empty = BasePolicy.read().replaceAll("(?s)<rule .*</rule>", "");
        assertThatThrownBy(() -> DecisionTable.parse(empty).require(facts(1, "one-host", false), true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at least one clause");
    }

    @Test
    void refusesToReadWhatIsNoTable() {
        assertThatThrownBy(() -> DecisionTable.parse("<nonsense/>")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsATableOfAnEarlierReleaseByTheRulesOfItsDay() throws IOException {
        try (var earlier = DecisionTableTests.class.getResourceAsStream("/policy/earlier-release.dmn")) {
            DecisionTable table = DecisionTable.parse(new String(earlier.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(table.require(facts(3, "global", false), true))
                    .isEqualTo(Requirements.of(
                            1, true, true, 15, List.of("base-one-review", "base-global-reach", "base-bake-other")));
        }
    }

    @Test
    void keepsWhatTheBaseAsksForEvenIfARowStopsApplyingUnderAnAddendum() {
        String weaker = BasePolicy.read()
                .replaceFirst("(?s)(id=\"base-control-plane-if-addendum\">\\s*<text>)(</text>)", "$1false$2");
        DecisionTable changed = DecisionTable.parse(weaker);
        assertThat(changed.clauses(facts(1, "one-host", true), true))
                .extracting(Clause::id)
                .doesNotContain("base-control-plane");
        assertThat(changed.require(facts(1, "one-host", true), true).vpApproval())
                .isTrue();
    }

    private static Facts facts(int tier, String blastRadius, boolean controlPlane) {
        return new Facts(tier, "code", "production", blastRadius, controlPlane, false, "none", 12, false);
    }
}
