package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.policy.AddendumProcess;
import org.springframework.stereotype.Component;

/** Reads again where the addendum stands. */
@Component
class ReadAddendumWorker implements Worker<ReadAddendumWorker.Input, ProcessStanding> {

    private final AddendumProcess process;
    private final OwnedRun run;

    ReadAddendumWorker(AddendumProcess process, OwnedRun run) {
        this.process = process;
        this.run = run;
    }

    @Override
    public String type() {
        return "policy.read-addendum";
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
