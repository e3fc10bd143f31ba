package dev.countersign.compliance;

import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChecksAhead;
import dev.countersign.policy.Requirements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets the checks look at a text before it is submitted: the same ones, and nothing is kept. */
@Component
class TypedChecks implements ChecksAhead {

    private final Checks checks;

    TypedChecks(Checks checks) {
        this.checks = checks;
    }

    @Override
    public List<Foreseen> of(ChangeDocument typed, Requirements demanded, Optional<Instant> doneAt) {
        return foreseen(checks.submission(typed, demanded, doneAt));
    }

    static List<Foreseen> foreseen(Submission submission) {
        return Checklist.ALL.run(submission).stream()
                .map(result -> new Foreseen(result.title(), !result.value().red(), result.blocks(), result.fixHint()))
                .toList();
    }
}
