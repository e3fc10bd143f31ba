package dev.countersign.changes.process;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Job;
import dev.countersign.engine.Runs;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Makes this instance the one that owns the run, and sends it to the stage at which the change really is. */
@Component
class ClaimProcessWorker implements Worker<ClaimProcessWorker.Input, ClaimProcessWorker.Output> {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Runs runs;

    ClaimProcessWorker(Changes changes, ChangeFlow flow, Runs runs) {
        this.changes = changes;
        this.flow = flow;
        this.runs = runs;
    }

    @Override
    public String type() {
        return "changes.claim-process";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        boolean owner = runs.claim(input.changeId(), ChangePlan.PROCESS, input.run(), job.processInstance());
        Change change = changes.get(new ChangeId(input.changeId()));
        return new Output(owner ? ChangePlan.stage(change.status()) : "done", flow.signOffLeft(change));
    }

    /** Which change, and which try at its process. */
    record Input(String changeId, int run) {}

    /** Where to go on, and how long a director has left if it is there. */
    record Output(String stage, String signOffWithin) {}
}
