package dev.countersign.bpmn;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import java.time.Duration;

/** Talks to a test engine with the patience of a busy machine: ten seconds are not enough for its first answer there. */
final class EngineClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EngineClient() {}

    static ZeebeClient of(ZeebeTestEngine engine) {
        return ZeebeClient.newClientBuilder()
                .usePlaintext()
                .gatewayAddress(engine.getGatewayAddress())
                .defaultRequestTimeout(PATIENCE)
                .build();
    }
}
