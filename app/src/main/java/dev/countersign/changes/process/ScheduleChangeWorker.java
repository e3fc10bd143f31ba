package dev.countersign.changes.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Validity;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says for what the process of an approved change waits, and until when: its window or its approvals run out. */
@Component
class ScheduleChangeWorker implements Worker<ScheduleChangeWorker.Input, ScheduleChangeWorker.Output> {

    private final Changes changes;
    private final ChangePlan plan;
    private final Validity validity;

    ScheduleChangeWorker(Changes changes, ChangePlan plan, Validity validity) {
        this.changes = changes;
        this.plan = plan;
        this.validity = validity;
    }

    @Override
    public String type() {
        return "changes.schedule-change";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        return new Output(
                plan.executionWait(input.changeId()), validity.end(changes.get(new ChangeId(input.changeId()))));
    }

    /** Which change. */
    record Input(String changeId) {}

    /** What a report of execution must name, and when it is too late for one. */
    record Output(String waitId, Instant windowEndsAt) {}
}
