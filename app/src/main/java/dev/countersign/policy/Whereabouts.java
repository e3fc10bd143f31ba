package dev.countersign.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the process of an addendum has to go on.
 *
 * @param endsAt may have passed already; then the process has its end to follow up
 * @param remindAt when the next reminder is due; empty if none is left
 * @param waitId the correlation by which an amendment reaches the process if it waits now
 */
public record Whereabouts(Stage stage, Optional<Instant> endsAt, Optional<Instant> remindAt, String waitId) {

    /** The words on the model's gateways, in capitals. */
    public enum Stage {
        APPROVAL,
        IN_FORCE,
        AMENDMENT,
        DECISION,
        DONE
    }

    static Whereabouts of(Addendum addendum, Instant now, String waitId) {
        return new Whereabouts(stage(addendum, now), addendum.endsAt(), Reminders.next(addendum), waitId);
    }

    /** One that is over but not yet closed is sent to its timer, which fires at once and does the rest. */
    private static Stage stage(Addendum addendum, Instant now) {
        if (addendum.closedAt().isPresent()) {
            return Stage.DONE;
        }
        return switch (addendum.state(now)) {
            case PROPOSED -> Stage.APPROVAL;
            case DECLINED -> Stage.DONE;
            case SCHEDULED, IN_FORCE ->
                addendum.amendment().isPresent()
                        ? Stage.AMENDMENT
                        : addendum.awaitsChoice(now) ? Stage.DECISION : Stage.IN_FORCE;
            case EXPIRED, ENDED_EARLY -> Stage.IN_FORCE;
        };
    }
}
