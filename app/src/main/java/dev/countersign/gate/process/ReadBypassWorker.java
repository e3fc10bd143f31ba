package dev.countersign.gate.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.gate.BypassId;
import dev.countersign.gate.BypassProcess;
import org.springframework.stereotype.Component;

/** Reads again whether the case is settled. */
@Component
class ReadBypassWorker implements Worker<ReadBypassWorker.Input, CaseStanding> {

    private final BypassProcess process;

    ReadBypassWorker(BypassProcess process) {
        this.process = process;
    }

    @Override
    public String type() {
        return "gate.read-bypass";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CaseStanding work(Job job, Input input) {
        return CaseStanding.of(process.read(new BypassId(input.bypassId())));
    }

    /** Which case. */
    record Input(String bypassId) {}
}
