package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckingTests {

    @Test
    void sendsAGreenChangeToItsReviewers() {
        Change change = SampleChange.checking().assessed(ONE_REVIEW).checked(true, LATER);
        assertThat(change.status()).isEqualTo(Status.IN_REVIEW);
        assertThat(change.demanded()).isEqualTo(ONE_REVIEW);
    }

    @Test
    void sendsARedChangeBackToItsAuthor() {
        assertThat(SampleChange.checking()
                        .assessed(ONE_REVIEW)
                        .checked(false, LATER)
                        .status())
                .isEqualTo(Status.NEEDS_WORK);
    }

    @Test
    void neverSendsAnUnassessedChangeToReviewers() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> SampleChange.checking().checked(true, LATER))
                .withMessageContaining("it is still being assessed");
    }

    @Test
    void assessingLeavesTheTimeOfTheStatusAlone() {
        Change assessed = SampleChange.checking().assessed(ONE_REVIEW);
        assertThat(assessed.status()).isEqualTo(Status.CHECKING);
        assertThat(assessed.statusSince()).isEqualTo(SampleChange.NOW);
    }

    static List<Change> thoseElsewhere() {
        return SampleChange.everywhereBut(Status.CHECKING);
    }

    @ParameterizedTest
    @MethodSource("thoseElsewhere")
    void happensOnlyWhileAChangeIsBeingChecked(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.checked(true, LATER));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.assessed(ONE_REVIEW));
    }
}
