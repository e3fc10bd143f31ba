package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.NOW;
import static dev.countersign.changes.SampleChange.ONE_DAY;
import static dev.countersign.changes.SampleChange.WITH_DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EscalatingTests {

    private final Change waiting = SampleChange.awaitingSignOff(WITH_DIRECTOR);

    @Test
    void happensAtTheVeryMomentTheSignOffIsDue() {
        assertThat(waiting.escalated(NOW.plus(ONE_DAY)).status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void leavesTheDirectorTheLastNanosecond() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> waiting.escalated(NOW.plus(ONE_DAY).minusNanos(1)))
                .withMessageContaining("its director still has time");
    }

    @Test
    void needsNoWaitingWhereNobodyCanSign() {
        assertThat(waiting.handedUp(NOW).status()).isEqualTo(Status.ESCALATED);
        Change signed = waiting.signedOff(true, LATER);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> signed.handedUp(LATER));
    }

    @Test
    void isOverWhenTheDirectorWasFaster() {
        Change signed = waiting.signedOff(true, LATER);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> signed.escalated(NOW.plus(ONE_DAY)));
    }

    @Test
    void isApprovedOrDeclinedByTheVp() {
        assertThat(SampleChange.escalated().escalationDecided(true, LATER).status())
                .isEqualTo(Status.APPROVED);
        assertThat(SampleChange.escalated().escalationDecided(false, LATER).status())
                .isEqualTo(Status.REJECTED);
    }

    static List<Change> thoseElsewhere() {
        return SampleChange.everywhereBut(Status.ESCALATED);
    }

    @ParameterizedTest
    @MethodSource("thoseElsewhere")
    void isDecidedOnlyOnceItHappened(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.escalationDecided(true, LATER));
    }
}
