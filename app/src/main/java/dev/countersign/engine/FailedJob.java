package dev.countersign.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobExceptionHandler;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a job back that could not be done now, with a growing pause and never without a retry left: an incident
 * would stop the process where nobody looks. If even that cannot be told, the job's lease runs out.
 */
final class FailedJob implements JobExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJob.class);
    /** What the models declare for service tasks. */
    private static final int DECLARED = 1_000_000;

    @Override
    public void handleJobException(JobExceptionHandlerContext failure) {
        ActivatedJob job = failure.getActivatedJob();
        if (isGone(failure.getException())) {
            LOG.info("Job {} of {} was done or left meanwhile", job.getKey(), job.getElementId());
            return;
        }
        LOG.error(
                "Expected to do job {} of {}, but it failed; trying again",
                job.getKey(),
                job.getElementId(),
                failure.getException());
        failure.getJobClient()
                .newFailCommand(job.getKey())
                .retries(Math.max(1, job.getRetries() - 1))
                .retryBackoff(Relay.pause(Math.max(0, DECLARED - job.getRetries())))
                .errorMessage(String.valueOf(failure.getException().getMessage()))
                .send()
                .whenComplete((done, unreachable) -> noteIfUnreachable(job, unreachable));
    }

    /** Completing a job that Camunda no longer has means that it was completed, or that the plan left it. */
    private static boolean isGone(Exception failure) {
        return failure instanceof ClientStatusException status && status.getStatusCode() == Status.Code.NOT_FOUND;
    }

    private static void noteIfUnreachable(ActivatedJob job, @Nullable Throwable unreachable) {
        if (unreachable != null) {
            LOG.warn("Job {} could not be given back; its lease runs out", job.getKey(), unreachable);
        }
    }
}
