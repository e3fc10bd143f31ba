package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the policy the facts of a change's current revision, and keeps what it demands. */
@Component
class ChangeJudgements implements Judgements {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Reaches reaches;
    private final Conflicts conflicts;
    private final StandingFacts standing;

    ChangeJudgements(Changes changes, ChangeFlow flow, Reaches reaches, Conflicts conflicts, StandingFacts standing) {
        this.changes = changes;
        this.flow = flow;
        this.reaches = reaches;
        this.conflicts = conflicts;
        this.standing = standing;
    }

    @Override
    public Facts facts(String id) {
        Change change = changes.get(new ChangeId(id));
        Reach reach = reaches.known(change.document());
        return StandingFacts.judged(change.document(), reach).withConflict(conflicts.has(change, reach));
    }

    @Override
    public Facts standingFacts(String id) {
        Change change = changes.get(new ChangeId(id));
        return standing.of(change, reaches.known(change.document()));
    }

    @Override
    public List<Touched> touched(String change) {
        return StandingFacts.touched(
                reaches.of(changes.get(new ChangeId(change)).document()).systems());
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
