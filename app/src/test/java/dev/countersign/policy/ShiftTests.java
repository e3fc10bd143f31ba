package dev.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What another policy demands beyond the one before, in words that a director decides by. */
class ShiftTests {

    private static final Requirements LITTLE =
            new Requirements(1, false, false, false, BlockingChecks.of("named-alarms"), 15, 0, 0, List.of());
    private static final Requirements MUCH =
            new Requirements(2, true, true, true, BlockingChecks.all(), 60, 72, 8, List.of());

    @Test
    void namesEverythingThatIsDemandedBeyondTheOther() {
        Shift shift = new Shift(LITTLE, MUCH);
        assertThat(shift.more())
                .containsExactly(
                        "one review",
                        "the director's sign-off",
                        "the VP's approval",
                        "the second key",
                        "checks that block",
                        "45 minutes of bake time",
                        "approvals that run out after 3 days",
                        "a window of 8 h at most");
        assertThat(shift.less()).isEmpty();
        assertThat(new Shift(MUCH, LITTLE).less()).isEqualTo(shift.more());
        assertThat(new Shift(MUCH, MUCH).isNone()).isTrue();
    }

    /** A shorter limit demands more, and none demands least. */
    @Test
    void takesAShorterLimitForMore() {
        Requirements shorter = new Requirements(2, true, true, true, BlockingChecks.all(), 60, 71, 7, List.of());
        assertThat(new Shift(MUCH, shorter).more())
                .containsExactly("approvals that run out after 2 days 23 h", "a window of 7 h at most");
        assertThat(new Shift(shorter, MUCH).more()).isEmpty();
    }
}
