package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAheadTests {

    private final Check check = new WindowAhead();

    @Nested
    class WhenTheClockPassesTheStart {

        @Test
        void acceptsAWindowThatOpensNextMoment() {
            assertThat(at("2026-11-24T09:59:59.999Z")).isEqualTo(SATISFIED);
        }

        @Test
        void refusesAWindowThatOpensNow() {
            assertThat(at("2026-11-24T10:00:00Z")).isEqualTo(UNSATISFIED);
        }

        @Test
        void refusesAWindowInThePast() {
            assertThat(at("2026-12-01T00:00:00Z")).isEqualTo(UNSATISFIED);
        }

        private CheckValue at(String now) {
            return examine(Submissions.good().at(Instant.parse(now))).value();
        }
    }

    @Nested
    class WhenTheEndIsWrong {

        @ParameterizedTest
        @ValueSource(strings = {"2026-11-24T10:00:00Z", "2026-11-24T09:00:00Z"})
        void refusesAnEndThatIsNotAfterTheStart(String end) {
            assertThat(examine(Submissions.good().with("windowEnd", end)).evidence())
                    .containsExactly(new Evidence("windowEnd", "after the window opens", end));
        }
    }

    /** What was done already lies in its window; that the window is over then is no matter. */
    @Nested
    class WhenItIsWrittenDownAfterTheFact {

        @ParameterizedTest
        @CsvSource({
            "2026-11-24T09:59:59Z, UNSATISFIED",
            "2026-11-24T10:00:00Z, SATISFIED",
            "2026-11-24T11:59:59Z, SATISFIED",
            "2026-11-24T12:00:00Z, UNSATISFIED"
        })
        void wantsTheMomentAtWhichItWasDoneInsideTheWindow(String done, CheckValue expected) {
            var submissions = Submissions.good()
                    .with("windowStart", "2026-11-24T10:00:00Z")
                    .with("windowEnd", "2026-11-24T12:00:00Z")
                    .at(Instant.parse("2026-12-01T00:00:00Z"))
                    .doneAt(done);
            assertThat(examine(submissions).value()).isEqualTo(expected);
        }
    }

    @Nested
    class WhenAnEndIsMissing {

        @ParameterizedTest
        @ValueSource(strings = {"windowStart", "windowEnd"})
        void asksForIt(String field) {
            Finding finding = examine(Submissions.good().with(field, null));
            assertThat(finding.value()).isEqualTo(UNSATISFIED);
            assertThat(finding.evidence()).extracting(Evidence::field).containsExactly(field);
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
