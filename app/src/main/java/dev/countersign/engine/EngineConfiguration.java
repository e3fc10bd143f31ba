package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Connects to Camunda over gRPC, which brokers from 8.6 to 8.9 speak alike and which needs no secondary storage. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

    private static final Duration ASKED = Duration.ofMillis(200);

    /** What no stream took is asked for all the same. */
    private static final Duration WHILE_PUSHED = Duration.ofSeconds(2);

    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(EngineProperties properties) {
        return CamundaClient.newClientBuilder()
                .preferRestOverGrpc(false)
                .grpcAddress(properties.grpcAddress())
                .defaultRequestTimeout(Duration.ofSeconds(10))
                .defaultTenantId(properties.tenant())
                .defaultJobWorkerTenantIds(List.of(properties.tenant()))
                .defaultJobWorkerStreamEnabled(properties.push())
                .defaultJobPollInterval(properties.push() ? WHILE_PUSHED : ASKED)
                .numJobWorkerExecutionThreads(4)
                .build();
    }

    @Bean
    Installation installation(EngineProperties properties) {
        return new Installation(properties.prefix());
    }
}
