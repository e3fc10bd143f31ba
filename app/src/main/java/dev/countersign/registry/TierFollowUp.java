package dev.countersign.registry;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down, some minutes late at most, which systems left Tier-1 because time passed; no tier waits for it. */
@Component
class TierFollowUp {

    private final Tiers tiers;
    private final ProposalRows proposals;
    private final Clock clock;

    TierFollowUp(Tiers tiers, ProposalRows proposals, Clock clock) {
        this.tiers = tiers;
        this.proposals = proposals;
        this.clock = clock;
    }

    /** Behind the same lock as those who decide, so that a node never tells of what another just told. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5M")
    @Transactional
    public void follow() {
        proposals.lock();
        tiers.follow(clock.instant());
    }
}
