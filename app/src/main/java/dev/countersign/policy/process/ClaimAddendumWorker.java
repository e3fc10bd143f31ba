package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.policy.AddendumProcess;
import org.springframework.stereotype.Component;

/** Makes this instance the one that owns the run, and sends it to where the addendum really stands. */
@Component
class ClaimAddendumWorker implements Worker<ClaimAddendumWorker.Input, ProcessStanding> {

    private final AddendumProcess process;
    private final OwnedRun run;

    ClaimAddendumWorker(AddendumProcess process, OwnedRun run) {
        this.process = process;
        this.run = run;
    }

    @Override
    public String type() {
        return "policy.claim-addendum";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public ProcessStanding work(Job job, Input input) {
        return run.stand(job, input.addendumId(), input.run(), process::read);
    }

    /** Which addendum, and which try at its process. */
    record Input(String addendumId, int run) {}
}
