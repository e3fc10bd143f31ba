package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.identity.PersonId;
import dev.countersign.reviews.ReviewThread.Mark;
import dev.countersign.reviews.ReviewThread.Remark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may know of which thread while a review is blind: what somebody says who could review the change is between them
 * and its authors until everybody has spoken.
 *
 * @param running whether the text as it is now is under review, or is about to be
 */
record BlindThreads(BlindReview review, Set<PersonId> authors, boolean running) {

    static BlindThreads of(Change change, BlindReview review, List<PersonId> authors) {
        return new BlindThreads(
                review,
                Set.copyOf(authors),
                change.current()
                        .filter(current -> review.revisions().contains(current.number()))
                        .isPresent());
    }

    /** The thread as the reader may see it; empty if they are not to know that it is there. */
    Optional<ReviewThread> seenBy(ReviewThread thread, PersonId reader) {
        if (!thread.blind() || isParty(thread, reader)) {
            return Optional.of(thread);
        }
        List<Remark> remarks = thread.remarks().stream()
                .filter(remark -> isShown(remark.revision()))
                .toList();
        List<Mark> marks =
                thread.marks().stream().filter(mark -> isShown(mark.revision())).toList();
        return isShown(thread.revision()) ? Optional.of(thread.with(remarks, marks)) : Optional.empty();
    }

    /** Whether something of it is kept from those who are no party to it. */
    boolean isKept(ReviewThread thread) {
        return thread.blind()
                && (!isShown(thread.revision())
                        || thread.remarks().stream().anyMatch(remark -> !isShown(remark.revision()))
                        || thread.marks().stream().anyMatch(mark -> !isShown(mark.revision())));
    }

    /** Whether the reader opened it or wrote the change. */
    boolean isParty(ReviewThread thread, PersonId reader) {
        return thread.opener().equals(reader) || authors.contains(reader);
    }

    private boolean isShown(int revision) {
        return !review.revisions().contains(revision);
    }
}
