package dev.countersign.changes.process;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads until when an executed change must be watched. */
@Component
class StartBakeWorker implements Worker<StartBakeWorker.Input, StartBakeWorker.Output> {

    private final Changes changes;
    private final Clock clock;

    StartBakeWorker(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "changes.start-bake";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        Change change = changes.get(new ChangeId(input.changeId()));
        return new Output(change.bakeEndsAt().orElseGet(clock::instant));
    }

    /** Which change. */
    record Input(String changeId) {}

    /** The end of the bake time. */
    record Output(Instant bakeEndsAt) {}
}
