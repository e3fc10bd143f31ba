package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.NOW;
import static dev.countersign.changes.SampleChange.ONE_DAY;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutingTests {

    private final Change approved = SampleChange.approved();
    private final Window window = approved.window();

    @Test
    void startsTheBakeTimeWhenItHappenedNotWhenItWasReported() {
        Change baking = approved.executed(LATER, LATER.plusSeconds(90));
        assertThat(baking.status()).isEqualTo(Status.BAKING);
        assertThat(baking.executedAt()).contains(LATER);
        assertThat(baking.bakeEndsAt()).contains(LATER.plus(Duration.ofMinutes(60)));
    }

    @Test
    void bakesForThePolicysTimeWhereTheAuthorWantsLess() {
        assertThat(approvedWithBake(5).executed(LATER, LATER).bakeEndsAt())
                .contains(LATER.plus(Duration.ofMinutes(ONE_REVIEW.bakeMinutes())));
    }

    @Test
    void bakesForThePolicysTimeWhereTheAuthorNamesNone() {
        var document = SampleDocument.writtenAt(NOW).without("bakeMinutes").document();
        assertThat(approved(document).bakeMinutes()).isEqualTo(ONE_REVIEW.bakeMinutes());
    }

    @Test
    void isPossibleFromTheFirstMomentOfTheWindow() {
        assertThat(executedAt(window.start()).status()).isEqualTo(Status.BAKING);
    }

    @Test
    void isRefusedAMomentBeforeTheWindow() {
        refuses(window.start().minusNanos(1), "its window is");
    }

    @Test
    void isRefusedAtTheWindowsEnd() {
        refuses(window.end(), "its window is");
    }

    @Test
    void isRefusedForTheFuture() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> approved.executed(LATER.plusNanos(1), LATER))
                .withMessageContaining("is still to come");
    }

    static List<Change> thoseElsewhere() {
        return SampleChange.everywhereBut(Status.APPROVED);
    }

    @ParameterizedTest
    @MethodSource("thoseElsewhere")
    void isRefusedWithoutApproval(Change change) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.executed(LATER, LATER));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> change.expired(LATER));
    }

    private Change executedAt(Instant at) {
        return approved.executed(at, at.plusSeconds(1));
    }

    private void refuses(Instant at, String fact) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> executedAt(at))
                .withMessageContaining(fact)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("changes.outside-window"));
    }

    private static Change approvedWithBake(int minutes) {
        return approved(
                SampleDocument.writtenAt(NOW).with("bakeMinutes", minutes).document());
    }

    private static Change approved(ChangeDocument document) {
        return SampleChange.checking(document)
                .assessed(ONE_REVIEW)
                .checked(true, NOW)
                .reviewed(Ruling.APPROVED, NOW, ONE_DAY);
    }
}
