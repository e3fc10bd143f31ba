package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.engine.Camunda.Answer;
import dev.countersign.local.OnBroker;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One broker, used by other processes, by a second installation, by people who click in it, and by whoever owns it. */
@OnBroker
class SharedBrokerIT {

    /** More than one question for tasks brings. */
    private static final int FOREIGN = 130;

    private static final Installation SECOND = new Installation("second");

    @Autowired
    ApplicationContext beans;

    @Autowired
    CamundaClient client;

    @Autowired
    Camunda camunda;

    @Autowired
    Runs runs;

    @Autowired
    Inbox inbox;

    @Autowired
    Models models;

    @Autowired
    Visits visits;

    @Autowired
    JsonMapper json;

    @Autowired
    FailedJob failed;

    @Autowired
    JdbcClient sql;

    private Cast cast;

    @BeforeEach
    void cast() {
        cast = Cast.in(beans);
    }

    @Test
    void leavesUserTasksOfOthersToThemAndFindsItsOwnBehindThem() {
        String process = "foreign-" + UUID.randomUUID();
        deploy(Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask("foreign-task")
                .endEvent()
                .done());
        Set<Long> instances = new HashSet<>();
        IntStream.range(0, FOREIGN)
                .forEach(number -> instances.add(Cast.await("a broker with much to do takes one more")
                        .ignoreExceptions()
                        .until(() -> start(process, Map.of("runId", "none of yours")), instance -> instance > 0)));
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        assertThat(cast.seats(id, 1)).hasSize(1);
        Set<Long> worked = new HashSet<>();
        Cast.await("their own worker gets all of them").ignoreExceptions().until(() -> {
            userTasks().stream()
                    .filter(job -> instances.contains(job.getProcessInstanceKey()))
                    .forEach(job -> {
                        client.newCompleteCommand(job).send().join();
                        worked.add(job.getProcessInstanceKey());
                    });
            return worked.equals(instances);
        });
    }

    @Test
    void sharesNeitherJobsNorMessagesWithASecondInstallation() {
        ChangeId id = cast.approved();
        String runId = runs.find(id.value()).orElseThrow().id();
        var theirs = new Models(client, SECOND);
        List<Long> claimed = new CopyOnWriteArrayList<>();
        var host = new WorkerHost(client, json, visits, SECOND, theirs, failed, List.of(new TheirClaim(claimed)));
        host.start();
        try {
            long instance = start(
                    theirs.definition(ChangePlan.PROCESS), Map.of("changeId", id.value(), "run", 1, "runId", runId));
            Cast.await("the second installation works on its own process").until(() -> claimed.contains(instance));
            new Camunda(client, SECOND)
                    .publish("change-withdrawn", runId, UUID.randomUUID().toString(), Duration.ofSeconds(5), "{}");
            assertThat(camunda.knows(
                            runs.find(id.value()).orElseThrow().instance().orElseThrow()))
                    .as("its own process goes on, though a message of theirs names the same run")
                    .isTrue();
        } finally {
            host.stop();
        }
    }

    @Test
    void opensNoSeatForAProcessThatSomebodyElseStarted() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        cast.seats(id, 1);
        deploy(Bpmn.createExecutableProcess(ChangePlan.PROCESS)
                .startEvent()
                .userTask(ChangePlan.REVIEW)
                .endEvent()
                .done());
        String runId = runs.find(id.value()).orElseThrow().id();
        client.newCreateInstanceCommand()
                .bpmnProcessId(ChangePlan.PROCESS)
                .latestVersion()
                .variables(Map.of("runId", runId, "slot", "99"))
                .send()
                .join();
        ChangeId next = cast.inReview(Personas.ADA, cast.document());
        assertThat(cast.seats(next, 1))
                .as("a new change starts from the version that was deployed here")
                .hasSize(1);
        assertThat(inbox.open(id.value())).extracting(UserTask::item).containsExactly("1");
    }

    /** An operator's click, or an incident, takes the last retry from a task that is open. */
    @Test
    void getsOverATaskThatCamundaWillNeverComplete() {
        ChangeId id = cast.inReview(Personas.ADA, cast.document());
        int before = runs.find(id.value()).orElseThrow().number();
        cast.seats(id, 1)
                .forEach(task ->
                        client.newFailCommand(job(task)).retries(0).send().join());
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, dev.countersign.reviews.Answer.APPROVE);
        cast.passed(id, "schedule-change");
        assertThat(runs.find(id.value()).orElseThrow().number()).isGreaterThan(before);
    }

    @Test
    void takesAMessageForToldThatWasToldBefore() {
        String message = UUID.randomUUID().toString();
        Cast.await("it was heard").ignoreExceptions().until(() -> publish(message), answer -> answer != Answer.NEVER);
        assertThat(publish(message)).isEqualTo(Answer.DONE_BEFORE);
    }

    private Answer publish(String id) {
        return camunda.publish("nobody-waits", "for-this", id, Duration.ofHours(1), "{}");
    }

    private long job(UserTask task) {
        return sql.sql("SELECT job_key FROM engine.user_task WHERE id = :id")
                .param("id", task.id())
                .query(Long.class)
                .single();
    }

    private List<ActivatedJob> userTasks() {
        return client.newActivateJobsCommand()
                .jobType("io.camunda.zeebe:userTask")
                .maxJobsToActivate(FOREIGN)
                .timeout(Duration.ofSeconds(10))
                .requestTimeout(Duration.ofSeconds(5))
                .send()
                .join()
                .getJobs();
    }

    private void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand()
                .addProcessModel(model, "foreign.bpmn")
                .send()
                .join();
    }

    private long start(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private long start(long definition, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .processDefinitionKey(definition)
                .variables(variables)
                .send()
                .join()
                .getProcessInstanceKey();
    }

    /** What the second installation does with its first job: it takes down whose it was, and ends the process. */
    private record TheirClaim(List<Long> claimed) implements Worker<TheirClaim.Run, TheirClaim.Stage> {

        @Override
        public String type() {
            return "changes.claim-process";
        }

        @Override
        public Class<Run> input() {
            return Run.class;
        }

        @Override
        public Stage work(Job job, Run input) {
            claimed.add(job.processInstance());
            return new Stage("done", "PT1H");
        }

        /** Which change. */
        record Run(String changeId) {}

        /** Where to go on. */
        record Stage(String stage, String signOffWithin) {}
    }
}
