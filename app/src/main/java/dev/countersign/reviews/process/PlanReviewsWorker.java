package dev.countersign.reviews.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.reviews.Seats;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which seats of the current revision still lack a verdict. */
@Component
class PlanReviewsWorker implements Worker<PlanReviewsWorker.Input, PlanReviewsWorker.Output> {

    private final Seats seats;

    PlanReviewsWorker(Seats seats) {
        this.seats = seats;
    }

    @Override
    public String type() {
        return "reviews.plan-reviews";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public PlanReviewsWorker.Output work(Job job, Input input) {
        return new Output(seats.stillFree(new ChangeId(input.changeId())));
    }

    /** Which change. */
    record Input(String changeId) {}

    /** The seats to ask for; none when the review is over. */
    record Output(List<Integer> reviewSlots) {}
}
