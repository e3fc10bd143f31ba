package dev.countersign.reviews;

import dev.countersign.changes.Ruling;
import java.util.List;
import java.util.Optional;

/** The rule by which several verdicts become one: any rejection rejects, else any wish for changes is granted. */
final class Tally {

    private Tally() {}

    static Ruling of(List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("Expected to tally verdicts, but there are none.");
        }
        if (verdicts.stream().anyMatch(verdict -> verdict.answer() == Answer.REJECT)) {
            return Ruling.REJECTED;
        }
        return verdicts.stream().allMatch(Verdict::approves) ? Ruling.APPROVED : Ruling.ASKED_FOR_CHANGES;
    }

    /**
     * The approval that somebody gave last and that does not count any more. Only an approval can be given again, and only
     * their last word.
     *
     * @param theirs what they said in one duty, oldest first
     * @param counting what counts for the change as it is now, whoever said it
     */
    static Optional<Verdict> voidApproval(List<Verdict> theirs, List<Verdict> counting) {
        return theirs.stream().reduce((_, later) -> later).filter(last -> last.approves() && !counting.contains(last));
    }
}
