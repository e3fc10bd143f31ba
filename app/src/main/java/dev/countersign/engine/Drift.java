package dev.countersign.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the plan in Camunda stands elsewhere than PostgreSQL says, for longer than the engine may lag. */
@Component
class Drift {

    private final Inbox inbox;
    private final Outbox outbox;
    private final EngineProperties properties;
    private final Clock clock;

    Drift(Inbox inbox, Outbox outbox, EngineProperties properties, Clock clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Also closes tasks that PostgreSQL no longer asks for. */
    @Transactional
    boolean of(Run run, Plan plan) {
        if (outbox.holds(run.subject()) || outbox.toldWithin(run.subject(), properties.grace())) {
            return false;
        }
        Instant limit = clock.instant().minus(properties.grace());
        Set<String> asks = plan.asks(run.subject());
        inbox.open(run.subject()).stream()
                .filter(task ->
                        !asks.contains(task.element()) && task.openedAt().isBefore(limit))
                .forEach(inbox::close);
        return run.instance().isEmpty() || isMissing(asks, run) || isLate(plan, run, limit);
    }

    private boolean isMissing(Set<String> asks, Run run) {
        Set<String> open =
                inbox.open(run.subject()).stream().map(UserTask::element).collect(Collectors.toSet());
        return !open.containsAll(asks);
    }

    private static boolean isLate(Plan plan, Run run, Instant limit) {
        return plan.movesBy(run.subject()).filter(due -> due.isBefore(limit)).isPresent();
    }
}
