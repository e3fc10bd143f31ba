package dev.countersign.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares PostgreSQL with the engine: a process that Camunda lost, or that no longer follows what PostgreSQL says,
 * is started anew and finds its stage by itself; tasks that the plan left behind are closed.
 */
@Component
class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final int BATCH = 200;

    private final Runs runs;
    private final Camunda camunda;
    private final Restart restart;
    private final Drift drift;
    private final EngineProperties properties;
    private final Clock clock;
    private final Plans plans;
    private final Contact contact;
    private final Lock turn = new ReentrantLock();
    private volatile Instant lastPass;

    Reconciler(
            Runs runs,
            Camunda camunda,
            Restart restart,
            Drift drift,
            EngineProperties properties,
            Clock clock,
            Plans plans,
            Contact contact) {
        this.runs = runs;
        this.camunda = camunda;
        this.restart = restart;
        this.drift = drift;
        this.properties = properties;
        this.clock = clock;
        this.plans = plans;
        this.contact = contact;
        this.lastPass = clock.instant();
    }

    /** One pass at a time: whoever asks for one while another is under way has its result too when this returns. */
    @Scheduled(
            fixedDelayString = "${countersign.engine.reconcile-every}",
            initialDelayString = "${countersign.engine.reconcile-every}")
    void run() {
        turn.lock();
        try {
            lookAtAll();
        } finally {
            turn.unlock();
        }
    }

    private void lookAtAll() {
        // Nobody can be compared with who does not answer; its lag grows meanwhile.
        if (contact.isLost()) {
            return;
        }
        Duration every = properties.reconcileEvery().dividedBy(2);
        List<RuntimeException> failures = new ArrayList<>();
        List<Run> batch = runs.toLookAt(every, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(run -> attempt(run, failures));
            batch = batch.size() < BATCH ? List.of() : runs.toLookAt(every, BATCH);
        }
        if (failures.stream().anyMatch(Camunda::isSilent)) {
            // It went meanwhile, which is told elsewhere: this was no pass, and the lag goes on growing.
            return;
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    "Expected to reconcile every process, but %d failed; the first cause follows."
                            .formatted(failures.size()),
                    failures.getFirst());
        }
        lastPass = clock.instant();
    }

    /** One subject that cannot be looked at must not hide the others; the pass as a whole still fails. */
    private void attempt(Run run, List<RuntimeException> failures) {
        try {
            reconcile(run);
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void reconcile(Run run) {
        Plan plan = plans.get(run.process());
        if (run.startedAt().plus(properties.grace()).isAfter(clock.instant())) {
            return;
        }
        boolean lost = isLost(run);
        if (lost || drift.of(run, plan)) {
            LOG.warn(
                    "Starting {} anew: its process {} {}",
                    run.subject(),
                    run.id(),
                    lost ? "is gone" : "no longer follows");
            restart.restart(plan, run, lost);
        }
    }

    private boolean isLost(Run run) {
        return run.instance().isPresent() && !camunda.knows(run.instance().getAsLong());
    }

    /** How long ago the last pass was finished. */
    Duration lag() {
        return Duration.between(lastPass, clock.instant());
    }
}
