package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Makes this instance the one that owns the run, and sends it to where the edition really stands. */
@Component
class ClaimEditionWorker implements Worker<ClaimEditionWorker.Input, EditionStanding> {

    private final OwnedEdition edition;

    ClaimEditionWorker(OwnedEdition edition) {
        this.edition = edition;
    }

    @Override
    public String type() {
        return "policy.claim-edition";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public EditionStanding work(Job job, Input input) {
        return edition.stand(job, input.draftId(), input.run());
    }

    /** Which draft, and which try at its process. */
    record Input(String draftId, int run) {}
}
