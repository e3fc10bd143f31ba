package dev.countersign.policy.process;

import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import org.springframework.stereotype.Component;

/** Reads again where the edition stands. */
@Component
class ReadEditionWorker implements Worker<ReadEditionWorker.Input, EditionStanding> {

    private final OwnedEdition edition;

    ReadEditionWorker(OwnedEdition edition) {
        this.edition = edition;
    }

    @Override
    public String type() {
        return "policy.read-edition";
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
