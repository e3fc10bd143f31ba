package dev.countersign.changes;

import static dev.countersign.changes.SampleChange.LATER;
import static dev.countersign.changes.SampleChange.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmittingTests {

    private final Change draft = SampleChange.draft();
    private final Change submitted = SampleChange.checking();

    @Test
    void takesTitleSystemsAndDepartmentFromWhatWasSubmitted() {
        assertThat(submitted.title()).isEqualTo("Raise the basket time-out");
        assertThat(submitted.systems()).containsExactly("cart-worker");
        assertThat(submitted.department()).isEqualTo("checkout");
    }

    @Test
    void keepsThePolicyItIsJudgedByAndTheMoment() {
        assertThat(submitted.policyVersion()).contains("base");
        assertThat(submitted.submittedAt()).contains(NOW);
        assertThat(submitted.statusSince()).isEqualTo(NOW);
    }

    @Test
    void goesToTheChecksFirst() {
        assertThat(submitted.status()).isEqualTo(Status.CHECKING);
    }

    @Test
    void knowsNoRequirementsBeforeItWasAssessed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(submitted::demanded)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("changes.not-yet"));
    }

    @Test
    void hasNothingToReadWhileItIsADraft() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(draft::revision)
                .withMessageContaining("it is still a draft");
    }

    static java.util.List<Change> submittedOnes() {
        return SampleChange.everywhere();
    }

    @ParameterizedTest
    @MethodSource("submittedOnes")
    void isPossibleOnce(Change change) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> change.submitted(SampleChange.revision(2), "checkout", "base", LATER))
                .withMessageStartingWith("Expected to submit CHG-000042, but it is ")
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }
}
