package dev.countersign.reviews;

import static dev.countersign.reviews.Answer.APPROVE;
import static dev.countersign.reviews.Answer.ASK_FOR_CHANGES;
import static dev.countersign.reviews.Answer.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Ruling;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallyTests {

    @Test
    void approvesWhenEverybodyDoes() {
        assertThat(of(APPROVE)).isEqualTo(Ruling.APPROVED);
        assertThat(of(APPROVE, APPROVE)).isEqualTo(Ruling.APPROVED);
    }

    @Test
    void rejectsWhenAnybodyDoes() {
        assertThat(of(APPROVE, REJECT)).isEqualTo(Ruling.REJECTED);
        assertThat(of(REJECT, ASK_FOR_CHANGES)).isEqualTo(Ruling.REJECTED);
    }

    @Test
    void asksForChangesWhenSomebodyDoesAndNobodyRejects() {
        assertThat(of(ASK_FOR_CHANGES, APPROVE)).isEqualTo(Ruling.ASKED_FOR_CHANGES);
    }

    @Test
    void doesNotDependOnWhoSpokeFirst() {
        assertThat(of(REJECT, APPROVE)).isEqualTo(of(APPROVE, REJECT));
        assertThat(of(ASK_FOR_CHANGES, REJECT)).isEqualTo(of(REJECT, ASK_FOR_CHANGES));
    }

    @Test
    void neverMakesAnApprovalOutOfSilence() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tally.of(List.of()));
    }

    @Test
    void offersTheLastApprovalThatCountsNoMoreToBeGivenAgain() {
        Verdict approval = verdict(1, APPROVE);
        assertThat(Tally.voidApproval(List.of(approval), List.of())).contains(approval);
        assertThat(Tally.voidApproval(List.of(verdict(1, ASK_FOR_CHANGES), approval), List.of()))
                .contains(approval);
        assertThat(Tally.voidApproval(List.of(approval), List.of(approval))).isEmpty();
        assertThat(Tally.voidApproval(List.of(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"APPROVE"})
    void offersNothingToBeGivenAgainThatWasNoApproval(Answer answer) {
        assertThat(Tally.voidApproval(List.of(verdict(1, answer)), List.of())).isEmpty();
        assertThat(Tally.voidApproval(List.of(verdict(1, APPROVE), verdict(2, answer)), List.of()))
                .isEmpty();
    }

    private static Ruling of(Answer... answers) {
        return Tally.of(IntStream.range(0, answers.length)
                .mapToObj(number -> verdict(number + 1, answers[number]))
                .toList());
    }

    private static Verdict verdict(int slot, Answer answer) {
        return new Verdict(
                new ChangeId("CHG-000042"),
                1,
                "00",
                new PersonId("reviewer-" + slot),
                Optional.empty(),
                Duty.REVIEWER,
                slot,
                answer,
                "as read",
                Instant.EPOCH,
                true);
    }
}
