package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Duty;
import dev.countersign.changes.SampleChange;
import dev.countersign.changes.SampleDocument;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Role;
import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which task takes whom, and who of them proves once more that it is them. */
class SeatTests {

    @ParameterizedTest
    @CsvSource({
        "review-change, REVIEWER, REVIEWER, false",
        "sign-off-change, DIRECTOR, DIRECTOR, true",
        "approve-escalation, VP, VP, true"
    })
    void takesAFreshLogInFromEveryLeader(String element, Duty duty, Role role, boolean leaders) {
        Seat seat = seat(element, "");
        assertThat(seat.duty()).isEqualTo(duty);
        assertThat(seat.role()).isEqualTo(role);
        assertThat(seat.isALeaders()).isEqualTo(leaders);
        assertThat(seat.number()).isEqualTo(1);
    }

    @Test
    void isNoSeatWhereNothingIsDecided() {
        assertThatThrownBy(() -> seat(ChangePlan.AMEND, ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("reviews.not-a-review"));
    }

    @Test
    void countsTheSeatsOfOneReview() {
        assertThat(seat(ChangePlan.REVIEW, "2").number()).isEqualTo(2);
    }

    /** Of what can take everything down; whoever leads has the word of the reviewers for that. */
    @ParameterizedTest
    @CsvSource({
        "review-change, true, one-host, true",
        "review-change, false, global, true",
        "review-change, false, one-region, false",
        "sign-off-change, true, global, false",
        "approve-escalation, true, global, false"
    })
    void asksReviewersOfWhatReachesFarForAPreMortem(String element, boolean controlPlane, String radius, boolean asks) {
        Change change = SampleChange.checking(SampleDocument.writtenAt(Instant.EPOCH)
                .with("controlPlane", controlPlane)
                .with("blastRadius", radius)
                .document());
        assertThat(seat(element, "", change).asksForPreMortem()).isEqualTo(asks);
    }

    private static Seat seat(String element, String item) {
        return seat(element, item, SampleChange.checking());
    }

    private static Seat seat(String element, String item, Change change) {
        var task = new UserTask(
                1, change.id().value(), ChangePlan.PROCESS, element, item, "", "", Instant.EPOCH, Optional.empty());
        return Seat.of(task, change);
    }
}
