package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Runs;
import dev.countersign.policy.EditionPlan;
import dev.countersign.policy.EditionProcess;
import dev.countersign.policy.PolicyDraftId;
import org.springframework.stereotype.Component;

/** Lets an instance go on only while it owns its run of a draft; another one ends itself and leaves no trace. */
@Component
class OwnedEdition {

    private final EditionProcess process;
    private final Runs runs;

    OwnedEdition(EditionProcess process, Runs runs) {
        this.process = process;
        this.runs = runs;
    }

    EditionStanding stand(Job job, String draft, int run) {
        return runs.claim(draft, EditionPlan.PROCESS, run, job.processInstance())
                ? EditionStanding.of(process.read(new PolicyDraftId(draft)))
                : EditionStanding.superseded();
    }
}
