package dev.countersign.gate.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.BypassProcess;
import org.springframework.stereotype.Component;

/** Hands the case up the line when its time is over. */
@Component
class RaiseBypassWorker implements Worker<RaiseBypassWorker.Input, CaseStanding> {

    private final BypassProcess process;

    RaiseBypassWorker(BypassProcess process) {
        this.process = process;
    }

    @Override
    public String type() {
        return "gate.raise-bypass";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CaseStanding work(Job job, Input input) {
        return CaseStanding.of(process.raise(new BypassId(input.bypassId())));
    }

    /** Which case. */
    record Input(String bypassId) {}
}
