package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.ONE_DAY;
import static dev.countersign.changes.SampleChange.ONE_REVIEW;
import static dev.countersign.changes.SampleChange.WITH_DIRECTOR;
import static dev.countersign.changes.SampleChange.WITH_LEADERS;
import static dev.countersign.changes.SampleChange.WITH_VP_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.policy.Requirements;
import dev.countersign.refusals.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewingTests {

    @Test
    void isEnoughWhereNoLeaderIsDemanded() {
        assertThat(approved(ONE_REVIEW).status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void leadsToTheDirectorWhereASignOffIsDemanded() {
        assertThat(approved(WITH_DIRECTOR).status()).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void leadsToTheDirectorFirstWhereBothLeadersAreDemanded() {
        assertThat(approved(WITH_LEADERS).status()).isEqualTo(Status.SIGN_OFF);
    }

    @Test
    void leadsToTheVpWhereOnlyTheyAreDemanded() {
        assertThat(approved(WITH_VP_ONLY).status()).isEqualTo(Status.ESCALATED);
    }

    @Test
    void givesTheDirectorTheWholeTime() {
        assertThat(approved(WITH_DIRECTOR).signOffDue()).contains(LATER.plus(ONE_DAY));
    }

    @Test
    void setsNoDeadlineWhereNobodySignsOff() {
        assertThat(approved(ONE_REVIEW).signOffDue()).isEmpty();
    }

    @Test
    void sendsTheChangeBackWhenChangesAreAskedFor() {
        assertThat(reviewed(WITH_LEADERS, Ruling.ASKED_FOR_CHANGES).status()).isEqualTo(Status.NEEDS_WORK);
    }

    @Test
    void endsTheChangeWhenItIsRejected() {
        assertThat(reviewed(WITH_LEADERS, Ruling.REJECTED).status()).isEqualTo(Status.REJECTED);
    }

    static List<Change> thoseElsewhere() {
        return SampleChange.everywhereBut(Status.IN_REVIEW);
    }

    @ParameterizedTest
    @MethodSource("thoseElsewhere")
    void isConcludedOnlyWhileItRuns(Change change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change.reviewed(Ruling.APPROVED, LATER, ONE_DAY))
                .withMessageContaining("conclude the review of");
    }

    @ParameterizedTest
    @EnumSource(Ruling.class)
    void keepsTheRevisionThatWasRead(Ruling ruling) {
        assertThat(reviewed(WITH_LEADERS, ruling).revision()).isEqualTo(SampleChange.revision(1));
    }

    private static Change approved(Requirements demanded) {
        return reviewed(demanded, Ruling.APPROVED);
    }

    private static Change reviewed(Requirements demanded, Ruling ruling) {
        return SampleChange.inReview(demanded).reviewed(ruling, LATER, ONE_DAY);
    }
}
