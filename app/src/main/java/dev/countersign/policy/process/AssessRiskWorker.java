package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicySettings;
import dev.countersign.policy.Requirements;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out what the policy, as it was when the change was submitted, demands of the change as it is now. */
@Component
class AssessRiskWorker implements Worker<AssessRiskWorker.Input, AssessRiskWorker.Output> {

    record Input(String changeId) {}

    record Output(List<Integer> reviewSlots, String signOffWithin) {}

    private final Judgements judgements;
    private final Policies policies;
    private final PolicySettings properties;
    private final TransactionTemplate transaction;

    AssessRiskWorker(
            Judgements judgements, Policies policies, PolicySettings properties, TransactionTemplate transaction) {
        this.judgements = judgements;
        this.policies = policies;
        this.properties = properties;
        this.transaction = transaction;
    }

    @Override
    public String type() {
        return "policy.assess-risk";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        Requirements requirements = transaction.execute(_ -> assess(input.changeId()));
        return new Output(
                IntStream.rangeClosed(1, requirements.reviews()).boxed().toList(),
                properties.signOffWithin().toString());
    }

    private Requirements assess(String change) {
        Facts facts = judgements.facts(change);
        Requirements requirements =
                policies.require(judgements.policyVersion(change), facts, judgements.touched(change));
        judgements.demand(change, facts, requirements);
        return requirements;
    }
}
