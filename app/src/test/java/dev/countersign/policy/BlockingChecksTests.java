package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BlockingChecksTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void blocksByWhatAnyClauseNames() {
        BlockingChecks both = BlockingChecks.of("named-alarms").and(BlockingChecks.of("exact-artifact"));
        assertThat(both.written()).isEqualTo("exact-artifact,named-alarms");
        assertThat(both.include("named-alarms")).isTrue();
        assertThat(both.include("window-ahead")).isFalse();
        assertThat(both.and(BlockingChecks.all()).include("window-ahead")).isTrue();
    }

    @Test
    void keepsRequirementsAsTheyWere() {
        Requirements kept = new Requirements(
                2, true, false, true, BlockingChecks.of("named-alarms"), 60, 24, List.of("base", "night"));
        assertThat(JSON.readValue(JSON.writeValueAsString(kept), Requirements.class))
                .isEqualTo(kept);
    }

    @Test
    void readsWhatAnEarlierReleaseKeptByTheRulesOfItsDay() {
        assertThat(JSON.readValue(
                        "{\"reviews\":1,\"directorSignOff\":true,\"vpApproval\":false,\"bakeMinutes\":60,\"clauses\":[\"base\"]}",
                        Requirements.class))
                .isEqualTo(Requirements.of(1, true, false, 60, List.of("base")));
    }

    @Test
    void takesTheShorterValidityAndNoneOnlyIfNobodyLimitsIt() {
        Requirements never = Requirements.of(1, false, false, 0, List.of());
        Requirements day = new Requirements(1, false, false, false, BlockingChecks.none(), 0, 24, List.of());
        Requirements week = new Requirements(1, false, false, false, BlockingChecks.none(), 0, 168, List.of());
        assertThat(never.and(week).approvalHours()).isEqualTo(168);
        assertThat(week.and(day).approvalHours()).isEqualTo(24);
        assertThat(never.and(never).approvalHours()).isZero();
    }
}
