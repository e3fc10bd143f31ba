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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Runs every worker of the house: variables in, work, routing facts out; a failure is told with a growing pause. */
@Component
class WorkerHost implements SmartLifecycle {

    private final CamundaClient client;
    private final JsonMapper json;
    private final Visits visits;
    private final Installation installation;
    private final Models models;
    private final FailedJob failed;
    private final List<Worker<?, ?>> workers;
    private List<JobWorker> open = List.of();

    WorkerHost(
            CamundaClient client,
            JsonMapper json,
            Visits visits,
            Installation installation,
            Models models,
            FailedJob failed,
            List<Worker<?, ?>> workers) {
        this.client = client;
        this.json = json;
        this.visits = visits;
        this.installation = installation;
        this.models = models;
        this.failed = failed;
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
                .jobType(installation.named(worker.type()))
                .handler((jobs, job) -> handle(jobs, job, worker))
                .timeout(Duration.ofMinutes(1))
                .name("countersign")
                .jobExceptionHandler(failed)
                .fetchVariables(variables(worker))
                .open();
    }

    private static List<String> variables(Worker<?, ?> worker) {
        Stream<String> wanted =
                Arrays.stream(worker.input().getRecordComponents()).map(component -> component.getName());
        return Stream.concat(wanted, Stream.of("runId")).distinct().toList();
    }

    private <I extends Record, O extends Record> void handle(JobClient jobs, ActivatedJob job, Worker<I, O> worker) {
        String runId = runId(job);
        I input = read(job, worker.input());
        Job coordinates = coordinates(job);
        models.saw(coordinates.process(), job.getProcessDefinitionVersion());
        visits.entered(runId, coordinates.process(), job.getElementId());
        O output = worker.work(coordinates, input);
        // Before Camunda hears of it: an answer that gets lost is the last that the house hears of the job.
        visits.completed(runId, coordinates.process(), job.getElementId());
        jobs.newCompleteCommand(job.getKey())
                .variables(json.writeValueAsString(output))
                .send()
                .join();
    }

    private static String runId(ActivatedJob job) {
        Object said = job.getVariablesAsMap().get("runId");
        return RunId.find(said)
                .map(RunId::text)
                .orElseThrow(() -> new FailedJob.Nonsense("its run is '%s'".formatted(said)));
    }

    /** A process may know more than a worker asks for. */
    private <I extends Record> I read(ActivatedJob job, Class<I> input) {
        try {
            return json.readerFor(input)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(job.getVariables());
        } catch (JacksonException e) {
            throw new FailedJob.Nonsense("its variables cannot be read: " + e.getOriginalMessage());
        }
    }

    private Job coordinates(ActivatedJob job) {
        String process = installation.ours(job.getBpmnProcessId()).orElse(job.getBpmnProcessId());
        return new Job(job.getKey(), job.getProcessInstanceKey(), process, job.getElementId());
    }
}
