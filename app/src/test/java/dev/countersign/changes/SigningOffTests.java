package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.WITH_DIRECTOR;
import static dev.countersign.changes.SampleChange.WITH_LEADERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningOffTests {

    @Test
    void approvesWhereNoVpIsDemanded() {
        assertThat(SampleChange.awaitingSignOff(WITH_DIRECTOR)
                        .signedOff(true, LATER)
                        .status())
                .isEqualTo(Status.APPROVED);
    }

    @Test
    void leadsToTheVpWhereOneIsDemanded() {
        assertThat(SampleChange.awaitingSignOff(WITH_LEADERS)
                        .signedOff(true, LATER)
                        .status())
                .isEqualTo(Status.ESCALATED);
    }

    @Test
    void endsTheChangeWhenDeclined() {
        assertThat(SampleChange.awaitingSignOff(WITH_LEADERS)
                        .signedOff(false, LATER)
                        .status())
                .isEqualTo(Status.REJECTED);
    }

    static List<Change> thoseElsewhere() {
        return SampleChange.everywhereBut(Status.SIGN_OFF);
    }

    @ParameterizedTest
    @MethodSource("thoseElsewhere")
    void isPossibleOnlyWhenItsTurnHasCome(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.signedOff(true, LATER));
    }
}
