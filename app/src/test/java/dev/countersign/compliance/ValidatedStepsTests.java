package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ValidatedStepsTests {

    private final Check check = new ValidatedSteps();

    @Nested
    class WhenThereAreNoSteps {

        @Test
        void asksForOne() {
            assertThat(examine(Submissions.good().with("steps", List.of())).evidence())
                    .containsExactly(new Evidence("steps", "at least one step", "no steps"));
        }
    }

    @Nested
    class WhenThereAreSteps {

        @Test
        void acceptsStepsThatAreAllValidated() {
            assertThat(examine(Submissions.good().with("steps", List.of(step("Look at the graph"), step("Buy a sock"))))
                            .value())
                    .isEqualTo(SATISFIED);
        }

        @Test
        void pointsAtTheStepWithoutValidation() {
            Finding finding = examine(
                    Submissions.good().with("steps", List.of(step("Look at the graph"), step(" "), step("tbd"))));
            assertThat(finding.value()).isEqualTo(UNSATISFIED);
            assertThat(finding.evidence())
                    .extracting(Evidence::field)
                    .containsExactly("steps[1].validation", "steps[2].validation");
        }

        private static Map<String, String> step(String validation) {
            return Map.of("action", "Deploy", "validation", validation, "undo", "Redeploy");
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
