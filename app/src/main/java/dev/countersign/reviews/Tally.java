package dev.countersign.reviews;

import dev.countersign.changes.Ruling;
import java.util.List;

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
}
