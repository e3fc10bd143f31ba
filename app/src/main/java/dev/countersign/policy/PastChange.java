package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A change that was judged once, as it was then.
 *
 * @param version the policy version that it was judged by first
 * @param demanded what that demanded
 * @param reviewers who reviewed it
 */
public record PastChange(
        String id,
        String title,
        String department,
        Instant submittedAt,
        String version,
        Facts facts,
        Requirements demanded,
        List<PersonId> reviewers) {

    public PastChange {
        reviewers = List.copyOf(reviewers);
    }
}
