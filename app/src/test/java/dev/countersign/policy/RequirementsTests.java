package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequirementsTests {

    private static final Requirements ONE =
            new Requirements(1, true, false, false, BlockingChecks.of("exact-artifact"), 15, 72, 4, List.of("one"));
    private static final Requirements OTHER =
            new Requirements(2, false, true, true, BlockingChecks.of("named-alarms"), 60, 24, 8, List.of("other"));

    /** Whichever way round they are put together, of each demand the stricter one counts. */
    @Test
    void demandTogetherWhatIsStricterOfEach() {
        Requirements both = new Requirements(
                2,
                true,
                true,
                true,
                BlockingChecks.of("exact-artifact,named-alarms"),
                60,
                24,
                4,
                List.of("one", "other"));
        assertThat(ONE.and(OTHER)).isEqualTo(both);
        assertThat(OTHER.and(ONE))
                .usingRecursiveComparison()
                .ignoringFields("clauses")
                .isEqualTo(both);
    }

    /** No limit is the longest. */
    @Test
    void haveALimitAsSoonAsOneOfThemHasOne() {
        Requirements none = new Requirements(1, false, false, false, BlockingChecks.none(), 0, 0, 0, List.of());
        assertThat(none.and(ONE).approvalHours()).isEqualTo(72);
        assertThat(ONE.and(none).windowHours()).isEqualTo(4);
        assertThat(none.and(none).approvalHours()).isZero();
    }

    /** What was kept before there were such demands is read as what they were then: every check blocked. */
    @Test
    void areReadAsTheyWereMeantWhenTheyWereKept() {
        Requirements old = JsonMapper.shared().readValue("""
                        {"reviews": 2, "directorSignOff": true, "vpApproval": false, "bakeMinutes": 15, "clauses": ["base"]}
                        """, Requirements.class);
        assertThat(old)
                .isEqualTo(new Requirements(2, true, false, false, BlockingChecks.all(), 15, 0, 0, List.of("base")));
    }

    @Test
    void areReadAsTheyWereWritten() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(ONE), Requirements.class))
                .isEqualTo(ONE);
    }
}
