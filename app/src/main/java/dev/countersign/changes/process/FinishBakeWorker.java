package dev.countersign.changes.process;

import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Ends the bake time once it is over. */
@Component
class FinishBakeWorker implements Worker<FinishBakeWorker.Input, Stage> {

    private final ChangeFlow flow;

    FinishBakeWorker(ChangeFlow flow) {
        this.flow = flow;
    }

    @Override
    public String type() {
        return "changes.finish-bake";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Stage work(Job job, Input input) {
        return Stage.of(flow.finishBakeIfOver(new ChangeId(input.changeId())));
    }

    /** Which change. */
    record Input(String changeId) {}
}
