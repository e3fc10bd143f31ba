package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs every worker of the house: variables in, work, routing facts out; a failure is told with a growing pause. */
@Component
class WorkerHost implements SmartLifecycle {

    private final CamundaClient client;
    private final JsonMapper json;
    private final Visits visits;
    private final List<Worker<?, ?>> workers;
    private List<JobWorker> open = List.of();

    WorkerHost(CamundaClient client, JsonMapper json, Visits visits, List<Worker<?, ?>> workers) {
        this.client = client;
        this.json = json;
        this.visits = visits;
        this.workers = workers;
    }

    @Override
    public void start() {
        open = workers.stream().map(this::open).toList();
    }

    @Override
    public void stop() {
        open.forEach(JobWorker::close);
        open = List.of();
    }

    @Override
    public boolean isRunning() {
        return !open.isEmpty();
    }

    private JobWorker open(Worker<?, ?> worker) {
        return client.newWorker()
                .jobType(worker.type())
                .handler((jobs, job) -> handle(jobs, job, worker))
                .timeout(Duration.ofMinutes(1))
                .name("countersign")
                .jobExceptionHandler(new FailedJob())
                .pollInterval(Duration.ofMillis(200))
                .fetchVariables(variables(worker))
                .open();
    }

    private static List<String> variables(Worker<?, ?> worker) {
        Stream<String> wanted =
                Arrays.stream(worker.input().getRecordComponents()).map(component -> component.getName());
        return Stream.concat(wanted, Stream.of("runId")).distinct().toList();
    }

    private <I extends Record, O extends Record> void handle(JobClient jobs, ActivatedJob job, Worker<I, O> worker) {
        String runId = String.valueOf(job.getVariablesAsMap().get("runId"));
        visits.entered(runId, job.getBpmnProcessId(), job.getElementId());
        O output = worker.work(coordinates(job), read(job, worker.input()));
        // Before Camunda hears of it: an answer that gets lost is the last that the house hears of the job.
        visits.completed(runId, job.getBpmnProcessId(), job.getElementId());
        jobs.newCompleteCommand(job.getKey())
                .variables(json.writeValueAsString(output))
                .send()
                .join();
    }

    /** A process may know more than a worker asks for. */
    private <I extends Record> I read(ActivatedJob job, Class<I> input) {
        return json.readerFor(input)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(job.getVariables());
    }

    private static Job coordinates(ActivatedJob job) {
        return new Job(job.getKey(), job.getProcessInstanceKey(), job.getBpmnProcessId(), job.getElementId());
    }
}
