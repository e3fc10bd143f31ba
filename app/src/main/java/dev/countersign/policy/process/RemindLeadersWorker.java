package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.policy.AddendumProcess;
import org.springframework.stereotype.Component;

/** Reminds leaders of an end that comes near, and asks VPs what comes after it. */
@Component
class RemindLeadersWorker implements Worker<RemindLeadersWorker.Input, ProcessStanding> {

    private final AddendumProcess process;
    private final OwnedRun run;

    RemindLeadersWorker(AddendumProcess process, OwnedRun run) {
        this.process = process;
        this.run = run;
    }

    @Override
    public String type() {
        return "policy.remind-leaders";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public ProcessStanding work(Job job, Input input) {
        return run.stand(job, input.addendumId(), input.run(), process::remind);
    }

    /** Which addendum, and which try at its process. */
    record Input(String addendumId, int run) {}
}
