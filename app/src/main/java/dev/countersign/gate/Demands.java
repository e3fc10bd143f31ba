package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.StandingFacts;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a change must have at the gate; the button of the second key and the gate's answer read the same. */
@Component
class Demands {

    private final StandingFacts facts;
    private final Policies policies;
    private final Systems systems;

    Demands(StandingFacts facts, Policies policies, Systems systems) {
        this.facts = facts;
        this.policies = policies;
        this.systems = systems;
    }

    /** What the policy demands by the facts as they are now, and at least what it demanded then. */
    Requirements of(Change change) {
        return of(change, systems.known(change.document().systems()));
    }

    /**
     * The same, for who has just looked its systems up.
     *
     * @param known those that are registered, the most critical first; at least one
     */
    Requirements of(Change change, List<ProductionSystem> known) {
        Requirements now = policies.require(
                change.policyVersion().orElseThrow(), facts.of(change, known), StandingFacts.touched(known));
        return atLeastAsThen(change, now);
    }

    /** A system that has become less critical, or a fact that has become harmless, takes nothing back. */
    static Requirements atLeastAsThen(Change change, Requirements now) {
        return change.requirements().map(then -> then.and(now)).orElse(now);
    }
}
