package dev.countersign.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deploys the models once Camunda answers; the pages do not wait for it. */
@Component
class ModelDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final Models models;
    private volatile boolean done;

    ModelDeployment(Models models) {
        this.models = models;
    }

    @Scheduled(fixedDelay = 2_000)
    void deployOnce() {
        if (done) {
            return;
        }
        try {
            models.deploy();
            done = true;
        } catch (RuntimeException e) {
            LOG.warn("Expected to deploy the models, but {}; trying again", e.getMessage());
        }
    }

    boolean isDone() {
        return done;
    }
}
