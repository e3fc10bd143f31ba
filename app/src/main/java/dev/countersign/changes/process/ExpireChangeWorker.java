package dev.countersign.changes.process;

import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Ends an approved change whose window or approvals have passed, unless it was executed in time. */
@Component
class ExpireChangeWorker implements Worker<ExpireChangeWorker.Input, Stage> {

    private final ChangeFlow flow;

    ExpireChangeWorker(ChangeFlow flow) {
        this.flow = flow;
    }

    @Override
    public String type() {
        return "changes.expire-change";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Stage work(Job job, Input input) {
        return Stage.of(flow.expireIfPassed(new ChangeId(input.changeId())));
    }

    /** Which change. */
    record Input(String changeId) {}
}
