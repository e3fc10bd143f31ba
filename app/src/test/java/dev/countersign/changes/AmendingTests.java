package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.ONE_DAY;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmendingTests {

    private final Revision second = SampleChange.revision(
            2,
            SampleDocument.writtenAt(SampleChange.NOW)
                    .with("title", "Raise it more")
                    .with("systems", List.of("checkout-web"))
                    .document());

    private final Change amended = SampleChange.inReview(ONE_REVIEW)
            .reviewed(Ruling.ASKED_FOR_CHANGES, SampleChange.NOW, ONE_DAY)
            .amended(second, "payments", LATER);

    @Test
    void makesTheNextRevisionTheOneThatCounts() {
        assertThat(amended.revision()).isEqualTo(second);
        assertThat(amended.title()).isEqualTo("Raise it more");
        assertThat(amended.systems()).containsExactly("checkout-web");
        assertThat(amended.department()).isEqualTo("payments");
    }

    @Test
    void startsAgainAtTheChecks() {
        assertThat(amended.status()).isEqualTo(Status.CHECKING);
        assertThat(amended.statusSince()).isEqualTo(LATER);
    }

    @Test
    void forgetsWhatWasDemandedOfTheEarlierRevision() {
        assertThat(amended.requirements()).isEmpty();
    }

    @Test
    void keepsThePolicyVersionItWasSubmittedUnder() {
        assertThat(amended.policyVersion()).contains("base");
        assertThat(amended.submittedAt()).contains(SampleChange.NOW);
    }

    static List<Change> thoseThatNeedNoWork() {
        return SampleChange.everywhereBut(Status.NEEDS_WORK);
    }

    @ParameterizedTest
    @MethodSource("thoseThatNeedNoWork")
    void isRefusedWhileNobodyAskedForIt(Change change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change.amended(second, "checkout", LATER))
                .withMessageStartingWith("Expected to amend CHG-000042");
    }
}
