package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.Reach;
import dev.countersign.changes.Reaches;
import dev.countersign.changes.StandingFacts;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import org.springframework.stereotype.Component;

/** What a change must have at the gate; the button of the second key and the gate's answer read the same. */
@Component
class Demands {

    private final StandingFacts facts;
    private final Policies policies;
    private final Reaches reaches;

    Demands(StandingFacts facts, Policies policies, Reaches reaches) {
        this.facts = facts;
        this.policies = policies;
        this.reaches = reaches;
    }

    /** What the policy demands by the facts as they are now, and at least what it demanded then. */
    Requirements of(Change change) {
        return of(change, reaches.known(change.document()));
    }

    /**
     * The same, for who has just looked up what it reaches.
     *
     * @param reach at least one system
     */
    Requirements of(Change change, Reach reach) {
        Requirements now = policies.require(
                change.policyVersion().orElseThrow(), facts.of(change, reach), StandingFacts.touched(reach.systems()));
        return atLeastAsThen(change, now);
    }

    /** A system that has become less critical, or a fact that has become harmless, takes nothing back. */
    static Requirements atLeastAsThen(Change change, Requirements now) {
        return change.requirements().map(then -> then.and(now)).orElse(now);
    }
}
