package dev.countersign.policy;

import dev.countersign.refusals.Refusal;

/** What a VP asks for: more friction for a while, and why. */
public record Proposal(String title, String reason, int days) {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_REASON = 4000;
    private static final int LONGEST = 365;

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

    private static Refusal invalid(String fact, String wayOut) {
        return Refusal.invalid(
                "policy.invalid-proposal", "Expected to propose an addendum, but %s.".formatted(fact), wayOut);
    }
}
