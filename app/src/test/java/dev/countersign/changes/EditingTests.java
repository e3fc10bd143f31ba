package dev.countersign.changes;

import static dev.countersign.Refuses.refuses;
import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static dev.countersign.changes.SampleChange.WITH_DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditingTests {

    private final Revision second = SampleChange.revision(
            2,
            SampleDocument.writtenAt(SampleChange.NOW)
                    .with("title", "Raise it more")
                    .with("systems", List.of("checkout-web"))
                    .document());

    static List<Change> onTheirWay() {
        return List.of(
                SampleChange.inReview(ONE_REVIEW),
                SampleChange.awaitingSignOff(WITH_DIRECTOR),
                SampleChange.escalated(),
                SampleChange.approved());
    }

    static List<Change> elsewhere() {
        return SampleChange.everywhereBut(Status.IN_REVIEW, Status.SIGN_OFF, Status.ESCALATED, Status.APPROVED);
    }

    @ParameterizedTest
    @MethodSource("onTheirWay")
    void otherWordsLeaveItWhereItStands(Change change) {
        Change reworded = change.reworded(second);
        assertThat(reworded.revision()).isEqualTo(second);
        assertThat(reworded.title()).isEqualTo("Raise it more");
        assertThat(reworded.status()).isEqualTo(change.status());
        assertThat(reworded.statusSince()).isEqualTo(change.statusSince());
        assertThat(reworded.requirements()).isEqualTo(change.requirements());
        assertThat(reworded.signOffDue()).isEqualTo(change.signOffDue());
    }

    @ParameterizedTest
    @MethodSource("onTheirWay")
    void anythingElseStartsItAgainAtTheChecks(Change change) {
        Change reworked = change.reworked(second, "payments", LATER);
        assertThat(reworked.status()).isEqualTo(Status.CHECKING);
        assertThat(reworked.statusSince()).isEqualTo(LATER);
        assertThat(reworked.requirements()).isEmpty();
        assertThat(reworked.signOffDue()).isEmpty();
        assertThat(reworked.systems()).containsExactly("checkout-web");
        assertThat(reworked.department()).isEqualTo("payments");
        assertThat(reworked.policyVersion()).isEqualTo(change.policyVersion());
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void isRefusedWhereNobodyDecidesAndNothingIsApproved(Change change) {
        refuses("changes.wrong-state", () -> change.reworded(second));
        refuses("changes.wrong-state", () -> change.reworked(second, "checkout", LATER));
    }
}
