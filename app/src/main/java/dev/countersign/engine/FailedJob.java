package dev.countersign.engine;

import dev.countersign.database.Outage;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives a job back that could not be done now, with a growing pause and never without a retry left: an incident
 * would stop the process where nobody looks. If even that cannot be told, the job's lease runs out. A job that says
 * nothing that could ever be understood is none of ours and becomes an incident.
 */
@Component
final class FailedJob implements JobExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJob.class);
    /** What the models declare for service tasks. */
    private static final int DECLARED = 1_000_000;

    private final Failures failures;

    FailedJob(Failures failures) {
        this.failures = failures;
    }

    /** The variables of a job make no sense, and never will. */
    static final class Nonsense extends RuntimeException {

        private static final long serialVersionUID = 1;

        Nonsense(String message) {
            super(message);
        }
    }

    @Override
    public void handleJobException(JobExceptionHandlerContext failure) {
        giveBack(failure.getJobClient(), failure.getActivatedJob(), failure.getException());
    }

    void giveBack(JobClient jobs, ActivatedJob job, Exception failure) {
        if (isGone(failure)) {
            LOG.info("Job {} of {} was done or left meanwhile", job.getKey(), job.getElementId());
            return;
        }
        if (failure.getCause() instanceof InterruptedException) {
            LOG.info("Job {} of {} is handed out again: this application ends", job.getKey(), job.getElementId());
            return;
        }
        boolean hopeless = failure instanceof Nonsense;
        int tries = Math.max(0, DECLARED - job.getRetries());
        tell(job, failure, tries, hopeless);
        jobs.newFailCommand(job.getKey())
                .retries(hopeless ? 0 : Math.max(1, job.getRetries() - 1))
                .retryBackoff(Relay.pause(tries))
                .errorMessage(String.valueOf(failure.getMessage()))
                .send()
                .whenComplete((done, unreachable) -> noteIfUnreachable(job, unreachable));
        if (!Outage.isWhy(failure) && !Camunda.isSilent(failure)) {
            show(job, failure);
        }
    }

    /** To those who look after the engine; an outage they see anyway. */
    private void show(ActivatedJob job, Exception failure) {
        RunId.find(job.getVariablesAsMap().get("runId"))
                .ifPresent(run -> failures.note(run, job.getElementId(), failure));
    }

    /** With its whole story once; one that goes on failing, never made sense, or met an outage, is a line. */
    private static void tell(ActivatedJob job, Exception failure, int tries, boolean hopeless) {
        if (hopeless || tries > 0 || Outage.isWhy(failure) || Camunda.isSilent(failure)) {
            LOG.warn(
                    "Expected to do job {} of {}, but {}; {}",
                    job.getKey(),
                    job.getElementId(),
                    failure.getMessage(),
                    hopeless ? "it becomes an incident" : "trying again");
        } else {
            LOG.error(
                    "Expected to do job {} of {}, but it failed; trying again",
                    job.getKey(),
                    job.getElementId(),
                    failure);
        }
    }

    /** Completing a job that Camunda no longer has means that it was completed, or that the plan left it. */
    private static boolean isGone(Exception failure) {
        return failure instanceof ClientStatusException status && status.getStatusCode() == Status.Code.NOT_FOUND;
    }

    /** Whatever was to be said of a job: without it, its lease runs out and it is handed out again. */
    static void noteIfUnreachable(ActivatedJob job, @Nullable Throwable unreachable) {
        if (unreachable != null) {
            LOG.debug("Camunda did not hear what became of job {}; its lease runs out", job.getKey(), unreachable);
        }
    }
}
