package dev.countersign.policy;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A change that was judged once, as it was then.
 *
 * @param version the policy version that it was judged by first
 * @param systems those that it touches
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
        List<Touched> systems,
        Requirements demanded,
        List<PersonId> reviewers) {

    public PastChange {
        systems = List.copyOf(systems);
        reviewers = List.copyOf(reviewers);
    }
}
