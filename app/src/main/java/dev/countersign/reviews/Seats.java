package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Ruling;
import dev.countersign.changes.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The seats at a review table: as many as the policy demands, each taken once for a revision. */
@Component
public class Seats {

    private final Changes changes;
    private final Verdicts verdicts;

    Seats(Changes changes, Verdicts verdicts) {
        this.changes = changes;
        this.verdicts = verdicts;
    }

    /** What the reviewers said together; empty while somebody has not spoken. */
    Optional<Ruling> ruling(Change change) {
        List<Verdict> given = verdicts.countingFor(change.revision()).stream()
                .filter(verdict -> verdict.duty() == Duty.REVIEWER && verdict.counts())
                .toList();
        return given.size() < change.demanded().reviews() ? Optional.empty() : Optional.of(Tally.of(given));
    }

    /** The numbers of the seats that lack a verdict on the current revision; none if it is not in review. */
    public List<Integer> stillFree(ChangeId id) {
        Change change = changes.get(id);
        if (change.status() != Status.IN_REVIEW) {
            return List.of();
        }
        Set<Integer> taken = verdicts.countingFor(change.revision()).stream()
                .filter(verdict -> verdict.duty() == Duty.REVIEWER && verdict.counts())
                .map(Verdict::slot)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, change.demanded().reviews())
                .filter(slot -> !taken.contains(slot))
                .boxed()
                .toList();
    }
}
