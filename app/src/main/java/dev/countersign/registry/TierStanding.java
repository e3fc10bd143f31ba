package dev.countersign.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a system has the tier that it has at this moment.
 *
 * @param verdict what the rule says; empty if it never judged the system
 * @param override what two people put in its place, if that is in force
 */
public record TierStanding(
        int tier, int declared, Optional<TierVerdict> verdict, Optional<InForce> override, Instant now) {

    /** An override that is in force, and the proposal that asked for it. */
    public record InForce(ProposalId proposal, int tier, String reason, Instant startsAt, Instant endsAt) {}

    /** Whether the rule makes it Tier-1 now, overridden or not. */
    public boolean isByRule() {
        return verdict.flatMap(TierVerdict::holdsUntil).filter(now::isBefore).isPresent();
    }

    /** Whether the rule's yes has an end that anybody could live to see. */
    public Optional<Instant> holdsUntil() {
        return isByRule()
                ? verdict.flatMap(TierVerdict::holdsUntil).filter(end -> end.isBefore(TierEvidence.FOR_EVER))
                : Optional.empty();
    }
}
