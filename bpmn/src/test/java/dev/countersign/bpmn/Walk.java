package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One process instance, walked step by step: the test plays every worker and every person. */
final class Walk {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ModelUnderTest model;
    private final long instance;

    private Walk(ModelUnderTest model, long instance) {
        this.model = model;
        this.instance = instance;
    }

    static Walk start(ModelUnderTest model, String processId, Map<String, Object> variables) {
        var event = model.client()
                .newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
        return new Walk(model, event.getProcessInstanceKey());
    }

    /** Completes the open job of a task with these outputs: name, value, name, value. */
    Walk then(String element, Object... outputs) {
        var job = open(element);
        model.client()
                .newCompleteCommand(job)
                .variables(variables(outputs))
                .send()
                .join();
        return this;
    }

    /** The job that waits at this task, and at no other. */
    ActivatedJob open(String element) {
        var jobs = await(() -> activate(model.jobTypeOf(element)), found -> !found.isEmpty());
        assertThat(jobs)
                .as("open jobs at " + element + "; incidents: " + incidents())
                .hasSize(1);
        var job = jobs.getFirst();
        assertThat(job.getElementId()).isEqualTo(element);
        assertThat(job.getProcessInstanceKey()).isEqualTo(instance);
        return job;
    }

    Walk later(Duration time) {
        model.later(time);
        return this;
    }

    Walk message(String name, String key) {
        model.settle();
        model.client()
                .newPublishMessageCommand()
                .messageName(name)
                .correlationKey(key)
                .timeToLive(Duration.ZERO)
                .send()
                .join();
        return this;
    }

    Walk hasNotReached(String element) {
        model.settle();
        assertThat(completed()).doesNotContain(element);
        return this;
    }

    void endsAt(String endEvent) {
        var completed = await(this::completed, steps -> steps.contains(processId()));
        assertThat(incidents()).isEmpty();
        assertThat(completed).as("completed elements").contains(endEvent, processId());
        assertThat(openJobs()).as("open jobs").isEmpty();
    }

    void cancel() {
        if (!completed().contains(processId())) {
            model.client().newCancelInstanceCommand(instance).send().join();
        }
    }

    private List<ActivatedJob> activate(String jobType) {
        return model.client()
                .newActivateJobsCommand()
                .jobType(jobType)
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .send()
                .join()
                .getJobs();
    }

    /** The engine answers while a due timer is still on its way, so what is not there yet is asked for again. */
    private <T> T await(Supplier<T> question, Predicate<T> answered) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = question.get();
        while (!answered.test(answer) && System.nanoTime() < deadline) {
            model.settle();
            answer = question.get();
        }
        return answer;
    }

    private static Map<String, Object> variables(Object... outputs) {
        var variables = new HashMap<String, Object>();
        for (int i = 0; i < outputs.length; i += 2) {
            variables.put((String) outputs[i], outputs[i + 1]);
        }
        return variables;
    }

    private String processId() {
        return mine().findFirst().orElseThrow().getValue().getBpmnProcessId();
    }

    private List<String> completed() {
        return mine().filter(step -> step.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED)
                .map(step -> step.getValue().getElementId())
                .toList();
    }

    private Stream<Record<ProcessInstanceRecordValue>> mine() {
        return stream(model.records().processInstanceRecords())
                .filter(step -> step.getValue().getProcessInstanceKey() == instance);
    }

    private List<String> incidents() {
        return stream(model.records().incidentRecords())
                .filter(incident -> incident.getIntent() == IncidentIntent.CREATED)
                .filter(incident -> incident.getValue().getProcessInstanceKey() == instance)
                .map(incident -> incident.getValue().getElementId() + ": "
                        + incident.getValue().getErrorMessage())
                .toList();
    }

    private Set<Long> openJobs() {
        var open = jobs(JobIntent.CREATED);
        open.removeAll(jobs(JobIntent.COMPLETED));
        open.removeAll(jobs(JobIntent.CANCELED));
        return open;
    }

    private Set<Long> jobs(JobIntent intent) {
        return stream(model.records().jobRecords())
                .filter(job -> job.getIntent() == intent)
                .filter(job -> job.getValue().getProcessInstanceKey() == instance)
                .map(Record<JobRecordValue>::getKey)
                .collect(Collectors.toSet());
    }

    private static <T> Stream<T> stream(Iterable<T> records) {
        return StreamSupport.stream(records.spliterator(), false);
    }
}
