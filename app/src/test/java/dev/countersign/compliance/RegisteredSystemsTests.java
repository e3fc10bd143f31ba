package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegisteredSystemsTests {

    private final Check check = new RegisteredSystems();

    @Nested
    class WhenAllAreKnown {

        @Test
        void namesThem() {
            Finding finding = examine(Submissions.good().with("systems", List.of("basket-api", "checkout-web")));
            assertThat(finding.value()).isEqualTo(SATISFIED);
            assertThat(finding.evidence()).extracting(Evidence::actual).containsExactly("basket-api", "checkout-web");
        }
    }

    @Nested
    class WhenOneIsNot {

        @Test
        void refusesTheUnknownOne() {
            Finding finding = examine(Submissions.good().with("systems", List.of("basket-api", "no-such")));
            assertThat(finding.value()).isEqualTo(UNSATISFIED);
            assertThat(finding.evidence()).extracting(Evidence::actual).containsExactly("no-such, unknown");
        }

        @Test
        void refusesNone() {
            assertThat(examine(Submissions.good().with("systems", List.of())).value())
                    .isEqualTo(UNSATISFIED);
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
