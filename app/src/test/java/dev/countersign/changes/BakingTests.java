package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BakingTests {

    @Test
    void asksForTheOutcomeWhenItIsOver() {
        assertThat(SampleChange.baking().baked(LATER).status()).isEqualTo(Status.OUTCOME);
    }

    @Test
    void closesASuccessfulChange() {
        assertThat(SampleChange.awaitingOutcome()
                        .concluded(Outcome.SUCCESSFUL, LATER)
                        .status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void keepsApartWhatWasRolledBack() {
        assertThat(SampleChange.awaitingOutcome()
                        .concluded(Outcome.ROLLED_BACK, LATER)
                        .status())
                .isEqualTo(Status.ROLLED_BACK);
    }

    static List<Change> thoseNotBaking() {
        return SampleChange.everywhereBut(Status.BAKING);
    }

    @ParameterizedTest
    @MethodSource("thoseNotBaking")
    void endsOnlyForWhatWasExecuted(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.baked(LATER));
    }

    static Stream<Change> thoseWithoutOutcome() {
        return SampleChange.everywhereBut(Status.OUTCOME).stream();
    }

    @ParameterizedTest
    @MethodSource("thoseWithoutOutcome")
    void hasAnOutcomeOnlyAfterwards(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.concluded(Outcome.SUCCESSFUL, LATER));
    }
}
