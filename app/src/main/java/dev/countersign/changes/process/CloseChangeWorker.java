package dev.countersign.changes.process;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Reads how the change was concluded, before its process ends. */
@Component
class CloseChangeWorker implements Worker<CloseChangeWorker.Input, Stage> {

    private final Changes changes;

    CloseChangeWorker(Changes changes) {
        this.changes = changes;
    }

    @Override
    public String type() {
        return "changes.close-change";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Stage work(Job job, Input input) {
        Change change = changes.get(new ChangeId(input.changeId()));
        return Stage.of(change);
    }

    /** Which change. */
    record Input(String changeId) {}
}
