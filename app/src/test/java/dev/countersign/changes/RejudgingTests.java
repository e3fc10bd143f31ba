package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.ONE_DAY;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static dev.countersign.changes.SampleChange.WITH_DIRECTOR;
import static dev.countersign.changes.SampleChange.WITH_LEADERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Refuses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change that is judged by another policy on its way. */
class RejudgingTests {

    static List<Change> onTheirWay() {
        return List.of(
                SampleChange.checking(),
                SampleChange.needsWork(),
                SampleChange.inReview(ONE_REVIEW),
                SampleChange.awaitingSignOff(WITH_DIRECTOR),
                SampleChange.escalated());
    }

    /** What was approved by one policy is not taken back by another, and what is over stays as it was judged. */
    static List<Change> settled() {
        return SampleChange.everywhereBut(
                Status.CHECKING, Status.NEEDS_WORK, Status.IN_REVIEW, Status.SIGN_OFF, Status.ESCALATED);
    }

    @ParameterizedTest
    @MethodSource("onTheirWay")
    void staysWhereItIsWithWhatIsDemandedNow(Change change) {
        Change judged = change.rejudged("base-2", WITH_LEADERS, change.status(), LATER, ONE_DAY);
        assertThat(judged.policyVersion()).contains("base-2");
        assertThat(judged.requirements()).contains(WITH_LEADERS);
        assertThat(judged.status()).isEqualTo(change.status());
        assertThat(judged.statusSince()).isEqualTo(change.statusSince());
        assertThat(judged.signOffDue()).isEqualTo(change.signOffDue());
    }

    @ParameterizedTest
    @MethodSource("settled")
    void isRefusedOnceItIsApproved(Change change) {
        Refuses.refuses(
                "changes.wrong-state", () -> change.rejudged("base-2", WITH_LEADERS, change.status(), LATER, ONE_DAY));
    }

    @Test
    void givesTheDirectorTheirWholeTimeIfItComesToThem() {
        Change judged = SampleChange.escalated().rejudged("base-2", WITH_DIRECTOR, Status.SIGN_OFF, LATER, ONE_DAY);
        assertThat(judged.signOffDue()).contains(LATER.plus(ONE_DAY));
        assertThat(judged.statusSince()).isEqualTo(LATER);
    }
}
