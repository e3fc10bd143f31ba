package dev.countersign.changes;

import dev.countersign.policy.Requirements;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when an approved change may be executed: its window closes, or an approval grows too old, whichever is first. */
@Component
public class Validity {

    private final Approvals approvals;

    Validity(Approvals approvals) {
        this.approvals = approvals;
    }

    public Instant end(Change change) {
        Instant closes = change.window().end();
        return approvalsEnd(change).filter(closes::isAfter).orElse(closes);
    }

    /** When time alone moves it on, whatever people do; empty where time has no say. */
    Optional<Instant> due(Change change) {
        return switch (change.status()) {
            case SIGN_OFF -> change.signOffDue();
            case APPROVED -> Optional.of(end(change));
            case BAKING -> change.bakeEndsAt();
            case DRAFT,
                    CHECKING,
                    NEEDS_WORK,
                    IN_REVIEW,
                    ESCALATED,
                    OUTCOME,
                    CLOSED,
                    REJECTED,
                    WITHDRAWN,
                    EXPIRED,
                    ROLLED_BACK -> Optional.empty();
        };
    }

    /** When the first approval runs out; empty if the policy sets no limit. */
    public Optional<Instant> approvalsEnd(Change change) {
        return change.requirements()
                .map(Requirements::approvalHours)
                .filter(hours -> hours > 0)
                .flatMap(
                        hours -> approvals.oldest(change.revision()).map(given -> given.plus(Duration.ofHours(hours))));
    }
}
