package dev.countersign.gate.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Runs;
import dev.countersign.engine.Worker;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.BypassPlan;
import dev.countersign.gate.BypassProcess;
import org.springframework.stereotype.Component;

/** Makes this instance the one that owns the run, and says how long the case may wait. */
@Component
class ClaimBypassWorker implements Worker<ClaimBypassWorker.Input, CaseStanding> {

    private final BypassProcess process;
    private final Runs runs;

    ClaimBypassWorker(BypassProcess process, Runs runs) {
        this.process = process;
        this.runs = runs;
    }

    @Override
    public String type() {
        return "gate.claim-bypass";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CaseStanding work(Job job, Input input) {
        return runs.claim(input.bypassId(), BypassPlan.PROCESS, input.run(), job.processInstance())
                ? CaseStanding.of(process.read(new BypassId(input.bypassId())))
                : CaseStanding.superseded();
    }

    /** Which case, and which try at its process. */
    record Input(String bypassId, int run) {}
}
