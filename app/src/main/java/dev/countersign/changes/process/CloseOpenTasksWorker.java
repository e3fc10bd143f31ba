package dev.countersign.changes.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes what a withdrawn change still asks people for. */
@Component
class CloseOpenTasksWorker implements Worker<CloseOpenTasksWorker.Input, Stage> {

    private final Changes changes;
    private final Inbox inbox;

    CloseOpenTasksWorker(Changes changes, Inbox inbox) {
        this.changes = changes;
        this.inbox = inbox;
    }

    @Override
    public String type() {
        return "changes.close-open-tasks";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    @Transactional
    public Stage work(Job job, Input input) {
        ChangeId id = new ChangeId(input.changeId());
        Stage stage = Stage.of(changes.lock(id));
        if (stage.stage().equals("done")) {
            inbox.close(input.changeId());
        }
        return stage;
    }

    /** Which change. */
    record Input(String changeId) {}
}
