package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SufficientBakeTimeTests {

    private final Check check = new SufficientBakeTime();

    @Nested
    class WhenThePolicyDemandsAnHour {

        @Test
        void acceptsExactlyAnHour() {
            assertThat(examine(Submissions.good().with("bakeMinutes", 60)).value())
                    .isEqualTo(SATISFIED);
        }

        @Test
        void refusesAMinuteLess() {
            assertThat(examine(Submissions.good().with("bakeMinutes", 59)).evidence())
                    .containsExactly(new Evidence("bakeMinutes", "at least 60 min", "59 min"));
        }

        @Test
        void refusesNoBakeTime() {
            assertThat(examine(Submissions.good().with("bakeMinutes", null)).value())
                    .isEqualTo(UNSATISFIED);
        }
    }

    @Nested
    class WhenThePolicyDemandsLess {

        @Test
        void comparesWithWhatTheTierDemands() {
            Submissions lower = Submissions.good().with("bakeMinutes", 30);
            assertThat(examine(lower.demandingBake(30)).value()).isEqualTo(SATISFIED);
            assertThat(examine(lower.demandingBake(31)).value()).isEqualTo(UNSATISFIED);
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
