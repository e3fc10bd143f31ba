package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The few things the house says to Camunda, each outside any database transaction. */
@Component
class Camunda {

    /** What Camunda made of it; anything else is an exception and will be tried again. */
    enum Answer {
        OK,
        NOT_FOUND
    }

    private final CamundaClient client;

    Camunda(CamundaClient client) {
        this.client = client;
    }

    Answer start(String process, String variables) {
        return tell(() -> client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join());
    }

    Answer complete(long job, String variables) {
        return tell(
                () -> client.newCompleteCommand(job).variables(variables).send().join());
    }

    Answer publish(String message, String correlation, String messageId, Duration timeToLive, String variables) {
        return tell(() -> client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlation)
                .messageId(messageId)
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join());
    }

    Answer cancel(long instance) {
        return tell(() -> client.newCancelInstanceCommand(instance).send().join());
    }

    /** Without secondary storage there is no query; setting no variables asks the same. */
    boolean knows(long instance) {
        return tell(() -> client.newSetVariablesCommand(instance)
                        .variables("{}")
                        .send()
                        .join())
                == Answer.OK;
    }

    Answer hold(long job, Duration time) {
        return tell(
                () -> client.newUpdateTimeoutCommand(job).timeout(time).send().join());
    }

    private static Answer tell(Runnable command) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Expected to talk to Camunda outside a database transaction, but one is open: send it through the outbox.");
        }
        try {
            command.run();
            return Answer.OK;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                return Answer.NOT_FOUND;
            }
            throw e;
        }
    }
}
