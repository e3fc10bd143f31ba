package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedAlarmsTests {

    private final Check check = new NamedAlarms();

    @Nested
    class WhenNoAlarmIsNamed {

        @ParameterizedTest
        @ValueSource(strings = {"", " \n ", "none", "N/A", "-"})
        void asksForOne(String alarms) {
            assertThat(examine(Submissions.good().with("alarms", alarms)).value())
                    .isEqualTo(UNSATISFIED);
        }
    }

    @Nested
    class WhenAlarmsAreNamed {

        @Test
        void listsThem() {
            Finding finding = examine(Submissions.good().with("alarms", "basket-5xx\n\n orders-per-minute "));
            assertThat(finding.value()).isEqualTo(SATISFIED);
            assertThat(finding.evidence())
                    .containsExactly(
                            new Evidence("alarms", "at least one alarm by name", "“basket-5xx, orders-per-minute”"));
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
