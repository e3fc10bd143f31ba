package dev.countersign.policy;

import dev.countersign.engine.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where the process `policy-addendum` should stand, by what PostgreSQL says of the addendum. */
@Component
public class AddendumPlan implements Plan {

    public static final String PROCESS = "policy-addendum";
    static final String APPROVE_ADDENDUM = "approve-addendum";
    static final String APPROVE_AMENDMENT = "approve-amendment";
    static final String DECIDE_ADDENDUM = "decide-addendum";

    private final AddendumRows rows;
    private final Clock clock;

    AddendumPlan(AddendumRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String page(String subject) {
        return "/policy/addenda/" + subject;
    }

    @Override
    public Record start(String subject, int run) {
        return new Start(subject, run, subject + "/" + run);
    }

    @Override
    public Set<String> asks(String subject) {
        return find(subject).map(addendum -> asks(addendum, clock.instant())).orElse(Set.of());
    }

    @Override
    public Optional<Instant> movesBy(String subject) {
        return find(subject).flatMap(AddendumPlan::movesBy);
    }

    static Set<String> asks(Addendum addendum, Instant now) {
        return switch (addendum.state(now)) {
            case PROPOSED -> Set.of(APPROVE_ADDENDUM);
            case SCHEDULED, IN_FORCE ->
                addendum.amendment().isPresent()
                        ? Set.of(APPROVE_AMENDMENT)
                        : addendum.awaitsChoice(now) ? Set.of(DECIDE_ADDENDUM) : Set.of();
            case DECLINED, EXPIRED, ENDED_EARLY -> Set.of();
        };
    }

    /** Its end, or a reminder before it. */
    static Optional<Instant> movesBy(Addendum addendum) {
        return addendum.closedAt().isPresent()
                ? Optional.empty()
                : Stream.concat(addendum.endsAt().stream(), Reminders.next(addendum).stream())
                        .min(Comparator.naturalOrder());
    }

    private Optional<Addendum> find(String subject) {
        return rows.find(new AddendumId(subject));
    }

    /** The variables of a new run. */
    record Start(String addendumId, int run, String runId) {}
}
