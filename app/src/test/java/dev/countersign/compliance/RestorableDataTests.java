package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RestorableDataTests {

    private final Check check = new RestorableData();

    @Nested
    class WhenNoDataChanges {

        @Test
        void doesNotApply() {
            assertThat(examine(Submissions.good()).value()).isEqualTo(NOT_APPLICABLE);
        }
    }

    @Nested
    class WhenDataChanges {

        private final Submissions mutation = Submissions.good().with("dataMutation", true);

        @Test
        void asksForAProof() {
            assertThat(examine(mutation).evidence())
                    .containsExactly(new Evidence("restoreProof", "a proof of restore", "nothing"));
        }

        @Test
        void refusesAProofThatSaysNothing() {
            assertThat(examine(mutation.with("restoreProof", "n/a")).value()).isEqualTo(UNSATISFIED);
        }

        @Test
        void acceptsAProof() {
            assertThat(examine(mutation.with("restoreProof", "Restored on 20 November, run 118"))
                            .value())
                    .isEqualTo(SATISFIED);
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
