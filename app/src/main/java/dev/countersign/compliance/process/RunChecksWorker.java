package dev.countersign.compliance.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.compliance.Checks;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Runs the deterministic checks on the revision that was submitted last. */
@Component
class RunChecksWorker implements Worker<RunChecksWorker.Input, RunChecksWorker.Output> {

    private final Checks checks;

    RunChecksWorker(Checks checks) {
        this.checks = checks;
    }

    @Override
    public String type() {
        return "compliance.run-checks";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        return new Output(
                ChangePlan.stage(checks.run(new ChangeId(input.changeId())).status()));
    }

    /** Which change. */
    record Input(String changeId) {}

    /** Where to go on: to the reviewers, or back to the author. */
    record Output(String stage) {}
}
