package dev.countersign.policy;

import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a VP asks for: more friction for a while, for which changes, and why.
 *
 * @param startsOn the earliest moment at which it begins; empty if it begins with its approval
 */
public record Proposal(String title, String reason, int days, Scope scope, Optional<Instant> startsOn) {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_REASON = 4000;
    private static final int LONGEST = 365;
    private static final Duration LATEST_START = Duration.ofDays(366);

    public Proposal {
        title = title.strip();
        reason = reason.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw invalid()
                    .because("its title has %d characters", title.length())
                    .instead("Give it a title of 1 to 120 characters.");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw invalid()
                    .because("its reason has %,d characters", reason.length())
                    .instead("Give a reason of 1 to 4,000 characters.");
        }
        if (days < 1 || days > LONGEST) {
            throw invalid().because("it would last %d days", days).instead("Choose 1 to 365 days.");
        }
    }

    /** For Tier-1 systems, from its approval on. */
    public Proposal(String title, String reason, int days) {
        this(title, reason, days, new Scope.Tier(1), Optional.empty());
    }

    void demandStartAfter(Instant now) {
        startsOn.filter(start -> start.isBefore(now) || start.isAfter(now.plus(LATEST_START)))
                .ifPresent(start -> {
                    throw Refusal.invalid("policy.start-out-of-range")
                            .cannot("propose this addendum")
                            .because("it would begin at %s, and that is in the past or more than a year away", start)
                            .instead("Choose a first day after today and within a year, or none to begin at once.");
                });
    }

    private static Attempt invalid() {
        return Refusal.invalid("policy.invalid-proposal").cannot("propose this addendum");
    }
}
