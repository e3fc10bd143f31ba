package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.changes.ChangeId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTests {

    private static final Instant SINCE = Instant.parse("2026-03-10T08:00:00.123456Z");
    private static final Round ROUND = round("PT24H", "PT4H", "PT8H");

    @Test
    void remindsAtHalfTimeAndGoesUpTheLineFromThenOnWhenItIsDue() {
        assertThat(ROUND.reached(after("PT11H59M59S"))).isEmpty();
        assertThat(ROUND.reached(after("PT12H"))).containsExactly(Step.REMINDER);
        assertThat(ROUND.reached(after("PT23H59M59S"))).containsExactly(Step.REMINDER);
        assertThat(ROUND.reached(after("PT24H"))).containsExactly(Step.REMINDER, Step.OWNER);
        assertThat(ROUND.reached(after("PT28H"))).containsExactly(Step.REMINDER, Step.OWNER, Step.DIRECTOR);
        assertThat(ROUND.reached(after("PT32H"))).containsExactly(Step.values());
    }

    @Test
    void isOverdueFromTheMomentOnWhenTheOwnerIsCalled() {
        assertThat(ROUND.isOverdue(ROUND.due().minusNanos(1))).isFalse();
        assertThat(ROUND.isOverdue(ROUND.due())).isTrue();
        assertThat(ROUND.at(Step.OWNER)).isEqualTo(ROUND.due());
    }

    /** Each step lies on the timer's way, and none comes before its time. */
    @ParameterizedTest
    @CsvSource({
        "PT0H,  R6/2026-03-10T20:00:01Z/PT14400S",
        "PT12H, R3/2026-03-11T08:00:01Z/PT14400S",
        "PT30H, R1/2026-03-11T16:00:01Z/PT900S",
        "PT32H, R1/PT1S"
    })
    void setsTheTimerToTheStepsThatLieAhead(Duration now, String timer) {
        assertThat(ROUND.timer(SINCE.plus(now))).isEqualTo(timer);
    }

    @Test
    void looksNoMoreOftenThanEveryQuarterOfAnHour() {
        assertThat(round("PT24H", "PT4H1M", "PT8H").timer(SINCE)).isEqualTo("R81/2026-03-10T20:00:01Z/PT900S");
    }

    @Test
    void refusesToCallTheVpBeforeTheDirector() {
        assertThatIllegalArgumentException().isThrownBy(() -> round("PT24H", "PT8H", "PT4H"));
        assertThatIllegalArgumentException().isThrownBy(() -> round("PT0S", "PT4H", "PT8H"));
    }

    private static Round round(String dueAfter, String directorAfter, String vpAfter) {
        var rule = new DueRule(Duration.parse(dueAfter), Duration.parse(directorAfter), Duration.parse(vpAfter));
        return new Round(new ChangeId("CHG-000001"), SINCE, rule);
    }

    private static Instant after(String time) {
        return SINCE.plus(Duration.parse(time));
    }
}
