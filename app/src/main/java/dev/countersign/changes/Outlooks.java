package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what a text that is still being written would need, by the code that judges it once it is submitted; nothing is kept. */
@Component
public class Outlooks {

    private final Reaches reaches;
    private final Conflicts conflicts;
    private final Policies policies;

    Outlooks(Reaches reaches, Conflicts conflicts, Policies policies) {
        this.reaches = reaches;
        this.conflicts = conflicts;
        this.policies = policies;
    }

    /**
     * Empty as long as the registry knows none of its systems.
     *
     * @param change what the text is of, if it is of one already: it is judged by the policy of its first submission
     */
    public Optional<Outlook> of(ChangeDocument typed, Optional<Change> change) {
        Reach reach = reaches.of(typed);
        return reach.systems().isEmpty() ? Optional.empty() : Optional.of(outlook(typed, change, reach));
    }

    private Outlook outlook(ChangeDocument typed, Optional<Change> change, Reach reach) {
        List<Overlap> overlaps = conflicts.few(change.map(Change::id), typed, reach);
        Facts facts = StandingFacts.judged(typed, reach).withConflict(!overlaps.isEmpty());
        List<Touched> touched = StandingFacts.touched(reach.systems());
        String version = change.flatMap(Change::policyVersion)
                .orElseGet(() -> policies.inForce().id());
        Requirements demanded = policies.require(version, facts, touched);
        return new Outlook(
                change.filter(Change::isAfterTheFact).isPresent()
                        ? demanded.withReviews(ChangeFlow.AFTER_THE_FACT)
                        : demanded,
                policies.explain(version, facts, touched),
                reach.leading(),
                reach.unnamed(),
                overlaps);
    }
}
