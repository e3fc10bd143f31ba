package dev.countersign.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells our user-task jobs from those of other processes, and reads ours. */
@Component
class UserTaskJobs {

    private static final String HEADER = "io.camunda.zeebe:";
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private final JsonMapper json;
    private final Installation installation;
    private final Plans plans;

    UserTaskJobs(JsonMapper json, Installation installation, Plans plans) {
        this.json = json;
        this.installation = installation;
        this.plans = plans;
    }

    /** Empty if the process is none of ours, or does not say which run it is. */
    Optional<UserTaskJob> read(ActivatedJob job) {
        return installation
                .ours(job.getBpmnProcessId())
                .filter(process -> plans.find(process).isPresent())
                .flatMap(process -> read(job, process));
    }

    private Optional<UserTaskJob> read(ActivatedJob job, String process) {
        Map<String, Object> variables = job.getVariablesAsMap();
        return RunId.find(variables.get("runId")).map(run -> read(job, process, run, text(variables.get("slot"))));
    }

    private UserTaskJob read(ActivatedJob job, String process, RunId run, String slot) {
        Map<String, String> headers = job.getCustomHeaders();
        return new UserTaskJob(
                job.getKey(),
                job.getProcessInstanceKey(),
                run.subject(),
                run.number(),
                process,
                job.getElementId(),
                slot,
                headers.getOrDefault(HEADER + "formKey", ""),
                groups(headers.getOrDefault(HEADER + "candidateGroups", "[]")),
                due(headers.get(HEADER + "dueDate")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
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
