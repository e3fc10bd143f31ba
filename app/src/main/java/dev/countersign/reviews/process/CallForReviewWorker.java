package dev.countersign.reviews.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.reviews.Calls;
import org.springframework.stereotype.Component;

/** Calls whoever is due to be called because the reviews take long; often that is nobody. */
@Component
class CallForReviewWorker implements Worker<CallForReviewWorker.Input, CallForReviewWorker.Output> {

    private final Calls calls;

    CallForReviewWorker(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String type() {
        return "reviews.call-for-review";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Job job, Input input) {
        calls.makeDue(new ChangeId(input.changeId()));
        return new Output();
    }

    /** Which change. */
    record Input(String changeId) {}

    /** Nothing in the process depends on a call. */
    record Output() {}
}
