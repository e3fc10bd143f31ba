package dev.countersign.engine;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** How far Camunda lags behind PostgreSQL. A broker that is away is a delay, not a reason to stop serving pages. */
@Component("engine")
class EngineHealth implements HealthIndicator {

    /** Pages and gate work; what people decide reaches the process later. */
    static final Status LAGGING = new Status("LAGGING", "Camunda lags behind what people decide");

    private static final Duration STUCK = Duration.ofMinutes(1);

    private final Contact contact;
    private final Reconciler reconciler;
    private final Outbox outbox;
    private final Models models;
    private final ModelDeployment deployment;
    private final EngineProperties properties;

    EngineHealth(
            Contact contact,
            Reconciler reconciler,
            Outbox outbox,
            Models models,
            ModelDeployment deployment,
            EngineProperties properties) {
        this.contact = contact;
        this.reconciler = reconciler;
        this.outbox = outbox;
        this.models = models;
        this.deployment = deployment;
        this.properties = properties;
    }

    @Override
    public Health health() {
        Outbox.Waiting waiting = outbox.waiting();
        Duration lag = reconciler.lag();
        boolean late = lag.compareTo(properties.reconcileEvery().multipliedBy(5)) > 0;
        boolean stuck = waiting.oldest().compareTo(STUCK) > 0;
        Health.Builder health = contact.isLost() || late || stuck ? Health.status(LAGGING) : Health.up();
        waiting.subject().ifPresent(subject -> health.withDetail("outboxSubject", subject));
        return health.withDetail("lost", contact.lost().toString())
                .withDetail("reconcilerLag", lag.toString())
                .withDetail("outboxWaiting", waiting.commands())
                .withDetail("outboxOldest", waiting.oldest().toString())
                .withDetail("modelsDeployed", deployment.isDone())
                .withDetail("versionsOfOthers", models.others())
                .build();
    }
}
