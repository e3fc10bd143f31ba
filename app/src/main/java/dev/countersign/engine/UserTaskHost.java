package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings user-task jobs into the inbox: a short lease, the row in PostgreSQL, then a long lease. A crash in between
 * means that Camunda hands the job out again, which changes nothing.
 *
 * <p>All job-based user tasks of a cluster are of one type, so what comes may be somebody else's. A round takes all that
 * there is, or others' tasks would stand before ours for ever, hands back at its end whatever is not ours, and leaves
 * whoever waits for it the time to get it before the next one.
 */
@Component
class UserTaskHost implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UserTaskHost.class);
    private static final String TYPE = "io.camunda.zeebe:userTask";
    private static final int BATCH = 100;
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofMillis(-1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final CamundaClient client;
    private final EngineProperties properties;
    private final UserTaskJobs jobs;
    private final OpenTask inbox;
    private final Visits visits;
    private final Contact contact;
    private final FailedJob failed;
    private volatile @Nullable Thread rounds;

    UserTaskHost(
            CamundaClient client,
            EngineProperties properties,
            UserTaskJobs jobs,
            OpenTask inbox,
            Visits visits,
            Contact contact,
            FailedJob failed) {
        this.client = client;
        this.properties = properties;
        this.jobs = jobs;
        this.inbox = inbox;
        this.visits = visits;
        this.contact = contact;
        this.failed = failed;
    }

    @Override
    public void start() {
        Thread next = Thread.ofPlatform().name("inbox").daemon().unstarted(this::run);
        rounds = next;
        next.start();
    }

    @Override
    public void stop() {
        Thread running = rounds;
        rounds = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void run() {
        try {
            while (rounds == Thread.currentThread()) {
                Thread.sleep(attempt());
            }
        } catch (InterruptedException _) {
            // It was stopped; what it held is handed out again when its lease is over.
        }
    }

    private Duration attempt() throws InterruptedException {
        try {
            return round();
        } catch (ExecutionException | RuntimeException e) {
            LOG.atLevel(contact.explains(e) ? Level.DEBUG : Level.WARN)
                    .log("Expected to ask Camunda for user tasks, but {}", String.valueOf(e.getMessage()));
            return AFTER_A_FAILURE;
        }
    }

    private Duration round() throws InterruptedException, ExecutionException {
        List<ActivatedJob> others = new ArrayList<>();
        List<ActivatedJob> batch = activate(WAIT);
        while (!batch.isEmpty()) {
            batch.stream().filter(job -> !isOurs(job)).forEach(others::add);
            batch = activate(AT_ONCE);
        }
        others.forEach(this::handBack);
        return pauseAfter(others.size());
    }

    /** The more of others there is, the more rarely it is looked at. */
    static Duration pauseAfter(int others) {
        Duration wanted = PAUSE.plus(Duration.ofMillis(20L * others));
        return wanted.compareTo(LONGEST_PAUSE) < 0 ? wanted : LONGEST_PAUSE;
    }

    private List<ActivatedJob> activate(Duration wait) throws InterruptedException, ExecutionException {
        var asked = client.newActivateJobsCommand()
                .jobType(TYPE)
                .maxJobsToActivate(BATCH)
                .timeout(properties.taskLease())
                .workerName("countersign-inbox")
                .fetchVariables("runId", "slot")
                .requestTimeout(wait)
                .send();
        return answer(asked).getJobs();
    }

    /** Whoever stops waiting takes the question back, or Camunda would give its next task to nobody. */
    private static <T> T answer(Future<T> asked) throws InterruptedException, ExecutionException {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            asked.cancel(true);
            throw e;
        } catch (CancellationException e) {
            throw new ExecutionException(e);
        }
    }

    private boolean isOurs(ActivatedJob activated) {
        try {
            return jobs.read(activated).filter(job -> keep(activated, job)).isPresent();
        } catch (RuntimeException e) {
            // Whoever is stopping says nothing of it: what was begun is handed out again when the lease is over.
            if (isRunning()) {
                failed.giveBack(client, activated, e);
            }
            return true;
        }
    }

    private boolean keep(ActivatedJob activated, UserTaskJob job) {
        OpenTask.Taken taken = inbox.open(job);
        if (taken == OpenTask.Taken.OPENED) {
            visits.entered(job.subject() + "/" + job.run(), job.process(), job.element());
        }
        if (taken != OpenTask.Taken.REFUSED) {
            hold(activated);
        }
        return taken != OpenTask.Taken.REFUSED;
    }

    /** The inbox has it. If this is not heard, it is handed out once more, which changes nothing. */
    private void hold(ActivatedJob activated) {
        client.newUpdateTimeoutCommand(activated)
                .timeout(properties.taskHold())
                .send()
                .whenComplete((done, unheard) -> FailedJob.noteIfUnreachable(activated, unheard));
    }

    /** As it was: with all its tries, for anybody, now. */
    private void handBack(ActivatedJob other) {
        client.newFailCommand(other)
                .retries(other.getRetries())
                .send()
                .whenComplete((done, unheard) -> FailedJob.noteIfUnreachable(other, unheard));
    }
}
