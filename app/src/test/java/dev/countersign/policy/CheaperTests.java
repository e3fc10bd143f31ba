package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheaperTests {

    private static final Facts PLAIN = new Facts(2, "code", "production", "one-zone", false, false, "none", 12, false);

    @Test
    void knowsThatASmallerReachDropsTheLeaders() {
        assertThat(ways(PLAIN.with(Fact.BLAST_RADIUS, "global")))
                .containsExactly(
                        "One region first would drop the director's sign-off, the VP's approval and the second key.");
    }

    @Test
    void knowsThatLeavingTheControlPlaneAloneDropsThemToo() {
        assertThat(ways(PLAIN.with(Fact.CONTROL_PLANE, "true")))
                .containsExactly(
                        "Leaving the control plane alone would drop the director's sign-off, the VP's approval and the"
                                + " second key.");
    }

    @Test
    void promisesNothingWhereTwoFactsAskForTheSame() {
        assertThat(ways(PLAIN.with(Fact.BLAST_RADIUS, "global").with(Fact.CONTROL_PLANE, "true")))
                .isEmpty();
    }

    @Test
    void promisesNothingForAChangeThatNeedsLittle() {
        assertThat(ways(PLAIN)).isEmpty();
    }

    @Test
    void namesTheHoursThatHelp() {
        assertThat(ways(PLAIN.with(Fact.HOUR, "23"), ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule()))
                .containsExactly("A window within 06:00 to 21:59 UTC would drop one review and the second key.");
    }

    @Test
    void namesOtherWindowsAndLessAi() {
        assertThat(ways(
                        PLAIN.with(Fact.CONFLICT, "true").with(Fact.AI_INVOLVEMENT, "generated"),
                        ClauseTemplate.TWO_REVIEWS_IN_CONFLICT.rule(),
                        ClauseTemplate.SENIOR_SIGN_OFF_FOR_AI.rule()))
                .containsExactly(
                        "Writing it without AI would drop the director's sign-off.",
                        "A window in which no other change touches these systems would drop one review.");
    }

    @Test
    void keepsQuietOfWaysThatDemandSomethingElse() {
        TypedRule day = new TypedRule(
                "day", "By day it bakes longer.", Map.of(Fact.HOUR, "[6..21]"), Map.of(Demand.BAKE_MINUTES, "600"));
        assertThat(ways(PLAIN.with(Fact.HOUR, "23"), ClauseTemplate.TWO_REVIEWS_AT_NIGHT.rule(), day))
                .isEmpty();
    }

    @Test
    void namesTheClauseBehindEachDemand() {
        RuleTable table = table();
        List<Explanation.Reason> reasons =
                Explanation.reasons(table.clauses(PLAIN.with(Fact.BLAST_RADIUS, "global"), false), table.typed());
        assertThat(reasons)
                .extracting(Explanation.Reason::demand)
                .containsExactly(
                        "One review",
                        "The director's sign-off",
                        "The VP's approval",
                        "A second key",
                        "Every check green",
                        "30 minutes of bake time",
                        "Approvals no older than 14 days",
                        "A window of 24 h at most");
        assertThat(reasons.get(2).sources()).singleElement().satisfies(source -> {
            assertThat(source.clause()).isEqualTo("base-global-reach");
            assertThat(source.words()).startsWith("What reaches everywhere");
        });
    }

    private static List<String> ways(Facts facts, TypedRule... more) {
        RuleTable table = table(more);
        return Cheaper.ways(facts, other -> table.require(other, false));
    }

    private static RuleTable table(TypedRule... more) {
        TypedTable typed =
                new TypedTable(Stream.concat(TableReader.read(BasePolicy.read()).rules().stream(), Stream.of(more))
                        .toList());
        return switch (TableParser.read(typed, Set.of())) {
            case TableReading.Fine(RuleTable table) -> table;
            case TableReading.Wrong(List<TableProblem> problems) -> throw new AssertionError(problems);
        };
    }
}
