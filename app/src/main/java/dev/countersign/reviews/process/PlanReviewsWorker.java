package dev.countersign.reviews.process;

import dev.countersign.changes.ChangeId;
import dev.countersign.engine.Job;
import dev.countersign.engine.Worker;
import dev.countersign.reviews.Rounds;
import dev.countersign.reviews.Rounds.Timetable;
import dev.countersign.reviews.Seats;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which seats of the current revision still lack a verdict, and by when they should have one. */
@Component
class PlanReviewsWorker implements Worker<PlanReviewsWorker.Input, PlanReviewsWorker.Output> {

    private final Seats seats;
    private final Rounds rounds;

    PlanReviewsWorker(Seats seats, Rounds rounds) {
        this.seats = seats;
        this.rounds = rounds;
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
        ChangeId change = new ChangeId(input.changeId());
        Optional<Timetable> timetable = rounds.timetable(change);
        return new Output(
                seats.stillFree(change),
                timetable.map(Timetable::due).orElse(null),
                timetable.map(Timetable::calls).orElse(null));
    }

    /** Which change. */
    record Input(String changeId) {}

    /**
     * The seats to ask for, none when the review is over; by when, and when somebody may have to be called.
     *
     * @param reviewCalls an ISO 8601 repetition
     */
    record Output(
            List<Integer> reviewSlots,
            @Nullable Instant reviewsDueAt,
            @Nullable String reviewCalls) {}
}
