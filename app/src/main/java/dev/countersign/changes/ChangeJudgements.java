package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import dev.countersign.registry.Systems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the policy the facts of a change's current revision, and keeps what it demands. */
@Component
class ChangeJudgements implements Judgements {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Systems systems;
    private final Conflicts conflicts;
    private final StandingFacts standing;

    ChangeJudgements(Changes changes, ChangeFlow flow, Systems systems, Conflicts conflicts, StandingFacts standing) {
        this.changes = changes;
        this.flow = flow;
        this.systems = systems;
        this.conflicts = conflicts;
        this.standing = standing;
    }

    @Override
    public Facts facts(String id) {
        Change change = changes.get(new ChangeId(id));
        return StandingFacts.of(
                        change.document(),
                        systems.leading(change.document().systems()).tier())
                .withConflict(conflicts.has(change));
    }

    @Override
    public Facts standingFacts(String id) {
        Change change = changes.get(new ChangeId(id));
        return standing.of(change, systems.known(change.document().systems()));
    }

    @Override
    public List<Touched> touched(String change) {
        return StandingFacts.touched(
                systems.named(changes.get(new ChangeId(change)).document().systems()));
    }

    @Override
    public String policyVersion(String change) {
        return changes.get(new ChangeId(change)).policyVersion().orElseThrow();
    }

    @Override
    public void demand(String change, Facts facts, Requirements requirements) {
        flow.assessed(new ChangeId(change), facts, requirements);
    }
}
