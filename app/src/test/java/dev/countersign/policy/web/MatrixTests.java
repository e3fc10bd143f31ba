package dev.countersign.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import dev.countersign.policy.web.Matrix.Row;
import dev.countersign.policy.web.Matrix.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTests {

    private static final TypedRule ALWAYS = new TypedRule(
            "base-one-review",
            "One review.",
            Map.of(),
            Map.of(Demand.REVIEWS, "1", Demand.BLOCKING_CHECKS, "all", Demand.APPROVAL_HOURS, "336"));
    private static final TypedRule TIER_ONE = new TypedRule(
            "base-bake-tier-1",
            "",
            Map.of(Fact.TIER, "1"),
            Map.of(Demand.REVIEWS, "0", Demand.BAKE_MINUTES, "60", Demand.SECOND_KEY, "false"));
    private static final TypedRule FRICTION = new TypedRule(
            "addendum-friction",
            "",
            Map.of(Fact.ADDENDUM, "true"),
            Map.of(Demand.REVIEWS, "2", Demand.DIRECTOR_SIGN_OFF, "true"));

    private final Matrix matrix = Matrix.of(new TypedTable(List.of(ALWAYS, TIER_ONE, FRICTION)));

    @Test
    void hasAColumnForEachDemandThatSomeRowMakes() {
        assertThat(matrix.demands())
                .containsExactly("Reviews", "Director", "Green checks", "Bake time", "Approval counts for");
    }

    @Test
    void saysLengthsAsPeopleDo() {
        assertThat(matrix.always())
                .extracting(
                        Row::situation,
                        row -> row.values().stream().map(Value::words).toList())
                .containsExactly(
                        tuple("Any change", List.of("1", "", "all", "", "14 days")),
                        tuple("Tier 1", List.of("", "", "", "1 h", "")));
    }

    @Test
    void keepsApartWhatAnAddendumAdds() {
        assertThat(matrix.added()).extracting(Row::id).containsExactly("addendum-friction");
    }

    @Test
    void namesWhatNoRowLooksAt() {
        assertThat(matrix.ignored())
                .contains("kind of change", "stored data", "time of day")
                .doesNotContain("tier", "addendum");
    }
}
