package dev.countersign.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that a deadline is kept though the broker is away or its timers are dead. A timer has from one round to
 * the next to do it itself; then it is done here, and a process that still waits for it is started anew.
 */
@Component
class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
    private static final int BATCH = 500;

    private final List<FollowUp> followUps;
    private final Plans plans;
    private final Runs runs;
    private final Restart restart;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Set<String> seen = Set.of();

    Deadlines(
            List<FollowUp> followUps,
            Plans plans,
            Runs runs,
            Restart restart,
            Clock clock,
            TransactionTemplate transaction) {
        this.followUps = followUps;
        this.plans = plans;
        this.runs = runs;
        this.restart = restart;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${countersign.engine.deadlines-every}")
    void run() {
        var overdue = new HashSet<String>();
        List<RuntimeException> failures = new ArrayList<>();
        for (FollowUp followUp : followUps) {
            for (String subject : followUp.overdue(clock.instant(), BATCH)) {
                overdue.add(subject);
                if (seen.contains(subject)) {
                    attempt(followUp, subject, failures);
                }
            }
        }
        seen = overdue;
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "Expected to keep every deadline, but %d failed; the first cause follows."
                            .formatted(failures.size()),
                    failures.getFirst());
        }
    }

    /** What cannot be done for one subject must not keep others waiting; the round as a whole still fails. */
    private void attempt(FollowUp followUp, String subject, List<RuntimeException> failures) {
        try {
            transaction.executeWithoutResult(_ -> keep(followUp, subject));
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void keep(FollowUp followUp, String subject) {
        if (followUp.catchUp(subject)) {
            LOG.warn("Expected a timer to move {} on, but it was silent; it is done without it", subject);
            Plan plan = plans.get(followUp.process());
            runs.open(subject).ifPresent(run -> restart.restart(plan, run, false));
        }
    }
}
