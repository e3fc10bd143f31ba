package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WithdrawingTests {

    private static final Status[] BEFORE_EXECUTION = {
        Status.CHECKING, Status.NEEDS_WORK, Status.IN_REVIEW, Status.SIGN_OFF, Status.ESCALATED, Status.APPROVED
    };

    @Test
    void throwsADraftAway() {
        assertThat(SampleChange.draft().withdrawn(LATER).status()).isEqualTo(Status.WITHDRAWN);
    }

    static List<Change> notYetExecuted() {
        return SampleChange.everywhere().stream()
                .filter(change -> List.of(BEFORE_EXECUTION).contains(change.status()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("notYetExecuted")
    void isPossibleUntilExecution(Change change) {
        Change withdrawn = change.withdrawn(LATER);
        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.statusSince()).isEqualTo(LATER);
        assertThat(withdrawn.revision()).isEqualTo(change.revision());
    }

    static List<Change> executedOrEnded() {
        return SampleChange.everywhereBut(BEFORE_EXECUTION);
    }

    @ParameterizedTest
    @MethodSource("executedOrEnded")
    void comesTooLateAfterwards(Change change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change.withdrawn(LATER))
                .withMessageStartingWith("Expected to withdraw CHG-000042, but it is ");
    }
}
