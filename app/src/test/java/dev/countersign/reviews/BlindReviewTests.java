package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.changes.SampleChange;
import dev.countersign.changes.Status;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose verdicts nobody else sees yet, wherever the change stands meanwhile. */
class BlindReviewTests {

    private static final Revision FIRST = revision(1, 1, Optional.empty());
    private static final Revision CUT_SHORT = revision(2, 2, Optional.of(Status.IN_REVIEW));
    private static final Revision AFTER_APPROVAL = revision(2, 2, Optional.of(Status.APPROVED));
    private static final Revision AMENDED = revision(2, 2, Optional.empty());
    private static final Revision REWORDED = revision(2, 1, Optional.of(Status.IN_REVIEW));

    @ParameterizedTest
    @EnumSource(names = {"CHECKING", "NEEDS_WORK", "IN_REVIEW"})
    void hidesTheFirstVerdictOfAReviewThatAnEditCutShortUntilOneIsOver(Status status) {
        assertThat(covered(status, FIRST, CUT_SHORT)).contains(1);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRAFT", "CHECKING", "NEEDS_WORK", "IN_REVIEW"})
    void showsItOnceAReviewIsOver(Status status) {
        assertThat(covered(status, FIRST, CUT_SHORT)).isEmpty();
    }

    @Test
    void hidesWhatIsSaidInTheRunningReview() {
        assertThat(covered(Status.IN_REVIEW, FIRST)).containsExactly(1);
        assertThat(covered(Status.IN_REVIEW, FIRST, CUT_SHORT)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void hidesWhatWasSaidOfTheSameInOtherWords() {
        assertThat(covered(Status.IN_REVIEW, FIRST, REWORDED)).containsExactlyInAnyOrder(1, 2);
        Revision cut = revision(3, 3, Optional.of(Status.IN_REVIEW));
        assertThat(covered(Status.NEEDS_WORK, FIRST, REWORDED, cut)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void showsWhatEverybodyHadSaid() {
        assertThat(covered(Status.NEEDS_WORK, FIRST)).isEmpty();
        assertThat(covered(Status.IN_REVIEW, FIRST, AFTER_APPROVAL)).containsExactly(2);
        assertThat(covered(Status.IN_REVIEW, FIRST, AMENDED)).containsExactly(2);
    }

    @Test
    void countsATextUnderItsChecksAsUnderReviewForRemarks() {
        assertThat(remarks(Status.CHECKING, FIRST)).containsExactly(1);
        assertThat(remarks(Status.NEEDS_WORK, FIRST)).isEmpty();
        assertThat(remarks(Status.NEEDS_WORK, FIRST, CUT_SHORT)).containsExactly(1);
    }

    private static List<Integer> covered(Status status, Revision... all) {
        return List.copyOf(BlindReview.of(change(status, all[all.length - 1]), List.of(all))
                .revisions());
    }

    private static List<Integer> remarks(Status status, Revision... all) {
        return List.copyOf(BlindReview.ofRemarks(change(status, all[all.length - 1]), List.of(all))
                .revisions());
    }

    private static Change change(Status status, Revision current) {
        Change any = SampleChange.checking();
        return new Change(
                any.id(),
                any.version(),
                any.author(),
                new Change.Text(any.title(), any.department(), any.systems(), Optional.of(current)),
                Change.State.of(status, any.statusSince()),
                any.terms(),
                any.course());
    }

    private static Revision revision(int number, int since, Optional<Status> editedIn) {
        return new Revision(
                SampleChange.checking().id(),
                number,
                SampleChange.checking().document(),
                "%064d".formatted(number),
                since,
                editedIn,
                new PersonId("ada"),
                Instant.EPOCH);
    }
}
