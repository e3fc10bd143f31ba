package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierOneTests {
    private static final ZeebeTestEngine engine = EngineFactory.create();
    private static ZeebeClient client;

    @BeforeAll
    static void startEngine() {
        engine.start();
        client = EngineClient.of(engine);
        client.newDeployResourceCommand()
                .addResourceFromClasspath("bpmn/tier-one.dmn")
                .send()
                .join();
    }

    @AfterAll
    static void stopEngine() {
        client.close();
        engine.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "false, 5, true, tier-one-not-consumer-facing, false",
        "true, 1, true, tier-one-few-incidents, false",
        "true, 2, false, tier-one-no-vp-organisation, false",
        "true, 2, true, tier-one-by-rule, true",
    })
    void saysTheSameOnTheEngineThatRunsTheModels(
            boolean consumerFacing, int incidents, boolean vpOwned, String clause, boolean tierOne) {
        var answer = client.newEvaluateDecisionCommand()
                .decisionId("tier-one")
                .variables(Map.of(
                        "consumerFacing", consumerFacing, "orderAffectingIncidents", incidents, "vpOwned", vpOwned))
                .send()
                .join();
        assertThat(answer.getDecisionOutput())
                .contains("\"clause\":\"" + clause + "\"")
                .contains("\"tierOne\":" + tierOne);
    }
}
