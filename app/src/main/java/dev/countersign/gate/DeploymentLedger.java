package dev.countersign.gate;

import dev.countersign.gate.Deployed.Answered;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a reported deployment together with its entry. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DeploymentLedger {

    private final DeploymentRows rows;
    private final ApplicationEventPublisher events;

    DeploymentLedger(DeploymentRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Keeps the report.
     *
     * @param executes whether the change's own entry tells of it already
     */
    void keep(Deployment told, String content, Optional<Answered> allowed, boolean executes) {
        long id = rows.add(told, content, allowed.map(Answered::id));
        if (!executes || !told.explained()) {
            events.publishEvent(DeploymentReported.of(told, id));
        }
    }
}
