package dev.countersign.reviews.process;

import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Hands an overdue sign-off to the VP, unless the director was faster. */
@Component
class EscalateChangeWorker implements Worker<EscalateChangeWorker.Input, Stage> {

    private final ChangeFlow flow;

    EscalateChangeWorker(ChangeFlow flow) {
        this.flow = flow;
    }

    @Override
    public String type() {
        return "reviews.escalate-change";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Stage work(Job job, Input input) {
        return Stage.of(flow.escalateIfOverdue(new ChangeId(input.changeId())), flow);
    }

    /** Which change. */
    record Input(String changeId) {}
}
