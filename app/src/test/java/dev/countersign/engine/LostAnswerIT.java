package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.engine.Visits.Visit;
import dev.countersign.local.OnRealStack;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Camunda hears that a job is done, but its answer gets lost: the picture must not stand still for ever. */
@OnRealStack
class LostAnswerIT {

    private static final String PROCESS = "lost-answer";

    /** What the process says; nothing comes back. */
    record Nothing() {}

    @Autowired
    CamundaClient client;

    @Autowired
    JsonMapper json;

    @Autowired
    Visits visits;

    @Autowired
    FailedJob failed;

    @Test
    void showsTheWorkAsDone() {
        deploy();
        String subject = "LOST-" + UUID.randomUUID();
        var host = new WorkerHost(
                client,
                json,
                visits,
                new Installation(""),
                new Models(client, new Installation("")),
                failed,
                List.of(heardBefore()));
        host.start();
        try {
            client.newCreateInstanceCommand()
                    .bpmnProcessId(PROCESS)
                    .latestVersion()
                    .variables(Map.of("runId", subject + "/1"))
                    .send()
                    .join();
            Cast.await("the work is done")
                    .until(() -> visits.of(subject).stream().anyMatch(Visit::completed));
            assertThat(visits.of(subject)).extracting(Visit::element).containsOnly("do-work");
        } finally {
            host.stop();
        }
    }

    private void deploy() {
        var model = Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("do-work", task -> task.zeebeJobType("engine.do-work"))
                .endEvent()
                .done();
        client.newDeployResourceCommand()
                .addProcessModel(model, PROCESS + ".bpmn")
                .send()
                .join();
    }

    /** The host's own word comes second, so that Camunda no longer knows the job. */
    private Worker<Nothing, Nothing> heardBefore() {
        return new Worker<>() {
            @Override
            public String type() {
                return "engine.do-work";
            }

            @Override
            public Class<Nothing> input() {
                return Nothing.class;
            }

            @Override
            public Nothing work(Job job, Nothing input) {
                client.newCompleteCommand(job.key()).send().join();
                return new Nothing();
            }
        };
    }
}
