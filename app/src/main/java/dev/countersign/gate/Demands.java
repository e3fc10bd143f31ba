package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Requirements;
import org.springframework.stereotype.Component;

/** What a change must have at the gate; the button of the second key and the gate's answer read the same. */
@Component
class Demands {

    private final Judgements judgements;
    private final Policies policies;

    Demands(Judgements judgements, Policies policies) {
        this.judgements = judgements;
        this.policies = policies;
    }

    /** What the policy demands by the facts as they are now, and at least what it demanded then. */
    Requirements of(Change change) {
        Requirements now = policies.require(
                change.policyVersion().orElseThrow(),
                judgements.standingFacts(change.id().value()),
                judgements.touched(change.id().value()));
        return change.requirements().map(then -> then.and(now)).orElse(now);
    }
}
