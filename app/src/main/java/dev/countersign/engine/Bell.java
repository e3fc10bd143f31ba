package dev.countersign.engine;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Calls the relay as soon as something is committed that Camunda has to hear, so that nobody waits for its next round. */
@Component
class Bell {

    private final TaskScheduler scheduler;
    private final Relay relay;

    Bell(TaskScheduler scheduler, Relay relay) {
        this.scheduler = scheduler;
        this.relay = relay;
    }

    /** On another thread: whoever decided must not wait for Camunda. */
    @TransactionalEventListener
    void ring(CommandQueued ignored) {
        try {
            scheduler.schedule(relay::run, scheduler.getClock().instant());
        } catch (TaskRejectedException _) {
            // The application ends. Another node, or the next start, looks into the outbox by itself.
        }
    }
}
