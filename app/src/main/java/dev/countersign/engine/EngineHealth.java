package dev.countersign.engine;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far Camunda lags behind PostgreSQL. A broker that is away is a delay, not a reason to stop serving pages. */
@Component("engine")
class EngineHealth implements HealthIndicator {

    private final Reconciler reconciler;
    private final Outbox outbox;
    private final ModelDeployment deployment;
    private final EngineProperties properties;

    EngineHealth(Reconciler reconciler, Outbox outbox, ModelDeployment deployment, EngineProperties properties) {
        this.reconciler = reconciler;
        this.outbox = outbox;
        this.deployment = deployment;
        this.properties = properties;
    }

    @Override
    public Health health() {
        Duration lag = reconciler.lag();
        boolean late = lag.compareTo(properties.reconcileEvery().multipliedBy(5)) > 0;
        return (late ? Health.down() : Health.up())
                .withDetail("reconcilerLag", lag.toString())
                .withDetail("outboxOldest", outbox.oldest().toString())
                .withDetail("modelsDeployed", deployment.isDone())
                .build();
    }
}
