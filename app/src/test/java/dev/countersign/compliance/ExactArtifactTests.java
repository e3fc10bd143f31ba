package dev.countersign.compliance;

import static dev.countersign.compliance.CheckValue.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactArtifactTests {

    private final Check check = new ExactArtifact();

    @Nested
    class WhenCommitsAreNamed {

        @Test
        void acceptsFullShas() {
            Submissions two = Submissions.good().with("commits", List.of(Submissions.SHA, "f".repeat(64)));
            assertThat(examine(two).value()).isEqualTo(SATISFIED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "main",
                    "v1.2.3",
                    "0123456",
                    "0123456789abcdef0123456789abcdef0123456",
                    "0123456789abcdef0123456789abcdef012345678",
                    "0123456789abcdef0123456789abcdef0123456g"
                })
        void refusesAnythingThatCanMove(String name) {
            assertThat(examine(Submissions.good().with("commits", List.of(name)))
                            .value())
                    .isEqualTo(UNSATISFIED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"0123456789ABCDEF0123456789ABCDEF01234567", "0123456789abcdef0123456789abcdef01234567\n"})
        void readsAShaHoweverItIsTyped(String name) {
            assertThat(examine(Submissions.good().with("commits", List.of(name)))
                            .value())
                    .isEqualTo(SATISFIED);
        }

        @Test
        void pointsAtTheOneThatIsWrong() {
            Submissions second = Submissions.good().with("commits", List.of(Submissions.SHA, "main"));
            assertThat(examine(second).evidence()).extracting(Evidence::field).containsExactly("commits[1]");
        }

        @Test
        void asksForTheRepositoryTheyAreIn() {
            assertThat(examine(Submissions.good().with("repository", "")).evidence())
                    .extracting(Evidence::field)
                    .containsExactly("repository");
        }
    }

    @Nested
    class WhenAnArtifactIsNamed {

        @Test
        void acceptsADigestAlone() {
            Submissions image = Submissions.good().with("commits", List.of()).with("digest", Submissions.DIGEST);
            assertThat(examine(image).value()).isEqualTo(SATISFIED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"latest", "sha256:", "sha1:0123456789abcdef0123456789abcdef01234567", "sha256:ABC"})
        void refusesATagOrAShortDigest(String digest) {
            assertThat(examine(Submissions.good().with("digest", digest)).evidence())
                    .extracting(Evidence::field)
                    .containsExactly("digest");
        }
    }

    @Nested
    class WhenNothingIsNamed {

        private final Submissions nothing =
                Submissions.good().with("commits", List.of()).with("repository", "");

        @ParameterizedTest
        @ValueSource(strings = {"code", "configuration", "infrastructure", "data"})
        void refusesWhatIsReleasedFromARepository(String kind) {
            assertThat(examine(nothing.with("kind", kind)).value()).isEqualTo(UNSATISFIED);
        }

        @Test
        void doesNotApplyToAManualOperation() {
            assertThat(examine(nothing.with("kind", "manual-operation")).value())
                    .isEqualTo(NOT_APPLICABLE);
        }

        @Test
        void appliesToAManualOperationThatNamesACommit() {
            Submissions script = nothing.with("kind", "manual-operation").with("commits", List.of("main"));
            assertThat(examine(script).value()).isEqualTo(UNSATISFIED);
        }
    }

    private Finding examine(Submissions submissions) {
        return check.examine(submissions.submission());
    }
}
