package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.changes.Status;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The revisions on which reviewers have not all spoken, so that nobody is to follow another: those of the running
 * review, and until one is over those whose review was cut short by an edit.
 */
record BlindReview(Set<Integer> revisions) {

    private static final Set<Status> BEFORE_IT_IS_OVER =
            EnumSet.of(Status.CHECKING, Status.NEEDS_WORK, Status.IN_REVIEW);

    /**
     * As it is for a change.
     *
     * @param all its revisions, oldest first
     */
    static BlindReview of(Change change, List<Revision> all) {
        Set<Integer> covered = new HashSet<>();
        if (BEFORE_IT_IS_OVER.contains(change.status())) {
            all.stream().filter(BlindReview::cutAReviewShort).forEach(cut -> cover(covered, all.get(cut.number() - 2)));
        }
        if (change.status() == Status.IN_REVIEW) {
            cover(covered, change.revision());
        }
        return new BlindReview(Set.copyOf(covered));
    }

    /** The same for remarks, which can be made as soon as there is a text: it counts as under review before it is. */
    static BlindReview ofRemarks(Change change, List<Revision> all) {
        Set<Integer> covered = new HashSet<>(of(change, all).revisions());
        if (change.status() == Status.CHECKING) {
            cover(covered, change.revision());
        }
        return new BlindReview(Set.copyOf(covered));
    }

    boolean covers(Verdict verdict) {
        return revisions.contains(verdict.revision());
    }

    private static boolean cutAReviewShort(Revision revision) {
        return !revision.isReworded()
                && revision.editedIn().filter(Status.IN_REVIEW::equals).isPresent();
    }

    /** It and those before it that say the same. */
    private static void cover(Set<Integer> covered, Revision last) {
        for (int number = last.since(); number <= last.number(); number++) {
            covered.add(number);
        }
    }
}
