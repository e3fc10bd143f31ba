package dev.countersign.reviews.process;

import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Reads what became of the change once the reviewers had spoken. */
@Component
class TallyVerdictsWorker implements Worker<TallyVerdictsWorker.Input, Stage> {

    private final Changes changes;
    private final ChangeFlow flow;

    TallyVerdictsWorker(Changes changes, ChangeFlow flow) {
        this.changes = changes;
        this.flow = flow;
    }

    @Override
    public String type() {
        return "reviews.tally-verdicts";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Stage work(Job job, Input input) {
        return Stage.of(changes.get(new ChangeId(input.changeId())), flow);
    }

    /** Which change. */
    record Input(String changeId) {}
}
