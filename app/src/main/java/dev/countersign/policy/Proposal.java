package dev.countersign.policy;

import dev.countersign.refusals.Refusal;
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
            throw invalid("its title has %d characters".formatted(title.length()), "Give it a title of 1 to 120.");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw invalid("its reason has %d characters".formatted(reason.length()), "Give a reason of 1 to 4000.");
        }
        if (days < 1 || days > LONGEST) {
            throw invalid("it is to last %d days".formatted(days), "Let it last 1 to 365 days.");
        }
    }

    /** For Tier-1 systems, from its approval on. */
    public Proposal(String title, String reason, int days) {
        this(title, reason, days, new Scope.Tier(1), Optional.empty());
    }

    void demandStartAfter(Instant now) {
        startsOn.filter(start -> start.isBefore(now) || start.isAfter(now.plus(LATEST_START)))
                .ifPresent(start -> {
                    throw Refusal.invalid(
                            "policy.start-out-of-range",
                            "Expected to propose an addendum that begins within a year, but it is to begin at %s."
                                    .formatted(start),
                            "Choose a first day after today and within a year, or none to begin at once.");
                });
    }

    private static Refusal invalid(String fact, String wayOut) {
        return Refusal.invalid(
                "policy.invalid-proposal", "Expected to propose an addendum, but %s.".formatted(fact), wayOut);
    }
}
