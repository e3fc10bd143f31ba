package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.policy.AddendumProcess;
import org.springframework.stereotype.Component;

/** Does what is left to do once an addendum is over, or finds that it was extended meanwhile. */
@Component
class ExpireAddendumWorker implements Worker<ExpireAddendumWorker.Input, ProcessStanding> {

    private final AddendumProcess process;
    private final OwnedRun run;

    ExpireAddendumWorker(AddendumProcess process, OwnedRun run) {
        this.process = process;
        this.run = run;
    }

    @Override
    public String type() {
        return "policy.expire-addendum";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public ProcessStanding work(Job job, Input input) {
        return run.stand(job, input.addendumId(), input.run(), process::expire);
    }

    /** Which addendum, and which try at its process. */
    record Input(String addendumId, int run) {}
}
