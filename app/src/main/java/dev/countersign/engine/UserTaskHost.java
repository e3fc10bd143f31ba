package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings user-task jobs into the inbox: a short lease, the row in PostgreSQL, then a long lease. A crash in between
 * means that Camunda hands the job out again, which changes nothing.
 */
@Component
class UserTaskHost implements SmartLifecycle {

    private static final String HEADER = "io.camunda.zeebe:";
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final CamundaClient client;
    private final EngineProperties properties;
    private final JsonMapper json;
    private final OpenTask inbox;
    private final Visits visits;
    private @Nullable JobWorker worker;

    UserTaskHost(CamundaClient client, EngineProperties properties, JsonMapper json, OpenTask inbox, Visits visits) {
        this.client = client;
        this.properties = properties;
        this.json = json;
        this.inbox = inbox;
        this.visits = visits;
    }

    @Override
    public void start() {
        worker = client.newWorker()
                .jobType("io.camunda.zeebe:userTask")
                .handler(this::take)
                .timeout(properties.taskLease())
                .name("countersign-inbox")
                .jobExceptionHandler(new FailedJob())
                .pollInterval(Duration.ofMillis(200))
                .fetchVariables("runId", "slot")
                .open();
    }

    @Override
    public void stop() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void take(JobClient jobs, ActivatedJob activated) {
        UserTaskJob job = read(activated);
        if (inbox.open(job)) {
            visits.entered(job.subject() + "/" + job.run(), job.process(), job.element());
        }
        client.newUpdateTimeoutCommand(activated)
                .timeout(properties.taskHold())
                .send()
                .join();
    }

    private UserTaskJob read(ActivatedJob job) {
        Map<String, Object> variables = job.getVariablesAsMap();
        RunId run = RunId.parse(String.valueOf(variables.get("runId")));
        Map<String, String> headers = job.getCustomHeaders();
        return new UserTaskJob(
                job.getKey(),
                run.subject(),
                run.number(),
                job.getBpmnProcessId(),
                job.getElementId(),
                variables.get("slot") == null ? "" : String.valueOf(variables.get("slot")),
                headers.getOrDefault(HEADER + "formKey", ""),
                groups(headers.getOrDefault(HEADER + "candidateGroups", "[]")),
                due(headers.get(HEADER + "dueDate")));
    }

    /** Camunda writes the groups as a JSON array into the header. */
    private List<String> groups(String header) {
        return header.startsWith("[") ? json.readValue(header, NAMES) : List.of(header.split("\\s*,\\s*"));
    }

    private static Optional<Instant> due(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> !text.isBlank())
                .map(text -> ZonedDateTime.parse(text).toInstant());
    }
}
