package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsedRollbackTests {

    private final Check check = new RehearsedRollback();

    @Nested
    class WhenSomethingIsMissing {

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "n/a", "None", "tbd"})
        void refusesARollbackThatSaysNothing(String how) {
            Finding finding = examine(Submissions.good().with("rollbackHow", how));
            assertThat(finding.value()).isEqualTo(UNSATISFIED);
            assertThat(finding.evidence()).extracting(Evidence::field).containsExactly("rollbackHow");
        }

        @Test
        void refusesAnUnmeasuredRollback() {
            assertThat(examine(Submissions.good().with("rollbackMinutes", null)).evidence())
                    .containsExactly(new Evidence("rollbackMinutes", "its measured minutes", "nothing"));
        }

        @Test
        void refusesARollbackNeverRehearsed() {
            assertThat(examine(Submissions.good().with("rollbackRehearsedOn", null))
                            .value())
                    .isEqualTo(UNSATISFIED);
        }

        @Test
        void namesEverythingThatIsMissingAtOnce() {
            Submissions bare = Submissions.good()
                    .with("rollbackHow", "")
                    .with("rollbackMinutes", null)
                    .with("rollbackRehearsedOn", null);
            assertThat(examine(bare).evidence())
                    .extracting(Evidence::field)
                    .containsExactly("rollbackHow", "rollbackMinutes", "rollbackRehearsedOn");
        }
    }

    @Nested
    class WhenItWasRehearsed {

        @Test
        void acceptsToday() {
            assertThat(rehearsed(0)).isEqualTo(SATISFIED);
        }

        @Test
        void acceptsThe180thDay() {
            assertThat(rehearsed(180)).isEqualTo(SATISFIED);
        }

        @Test
        void refusesThe181stDay() {
            assertThat(rehearsed(181)).isEqualTo(UNSATISFIED);
        }

        @Test
        void refusesADayStillToCome() {
            assertThat(rehearsed(-1)).isEqualTo(UNSATISFIED);
        }

        @Test
        void turnsRedAtMidnightUtc() {
            Submissions edge = Submissions.good()
                    .with(
                            "rollbackRehearsedOn",
                            Submissions.TODAY.minusDays(180).toString());
            assertThat(examine(edge.at(Instant.parse("2026-11-23T23:59:59.999Z")))
                            .value())
                    .isEqualTo(SATISFIED);
            assertThat(examine(edge.at(Instant.parse("2026-11-24T00:00:00Z"))).value())
                    .isEqualTo(UNSATISFIED);
        }

        private CheckValue rehearsed(int daysAgo) {
            String day = Submissions.TODAY.minusDays(daysAgo).toString();
            return examine(Submissions.good().with("rollbackRehearsedOn", day)).value();
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
