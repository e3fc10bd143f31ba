package dev.countersign.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The few things the house says to Camunda, each outside any database transaction. */
@Component
class Camunda {

    private static final Set<Status.Code> SILENT = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    /** What Camunda made of it; anything else is an exception and will be tried again. */
    enum Answer {
        OK,
        /** It has no such thing, or no longer: maybe it was done already. */
        NOT_FOUND,
        /** It was done before, and only the answer got lost. */
        DONE_BEFORE,
        /** It will never be done to this process, however often it is asked. */
        NEVER
    }

    private final CamundaClient client;
    private final Installation installation;

    Camunda(CamundaClient client, Installation installation) {
        this.client = client;
        this.installation = installation;
    }

    /**
     * The version of the process that was deployed under that key, whatever somebody deployed since. A broker that lost
     * its data counts keys anew, so what stands under the key may be another process; that one is not found then.
     */
    Answer start(String process, long definition, String variables) {
        var started = new AtomicReference<ProcessInstanceEvent>();
        Answer answer = tell(() -> started.set(client.newCreateInstanceCommand()
                .processDefinitionKey(definition)
                .variables(variables)
                .send()
                .join()));
        ProcessInstanceEvent instance = started.get();
        if (instance == null || instance.getBpmnProcessId().equals(installation.named(process))) {
            return answer;
        }
        cancel(instance.getProcessInstanceKey());
        return Answer.NOT_FOUND;
    }

    Answer complete(long job, String variables) {
        return tell(
                () -> client.newCompleteCommand(job).variables(variables).send().join());
    }

    Answer publish(String message, String correlation, String messageId, Duration timeToLive, String variables) {
        return tell(() -> client.newPublishMessageCommand()
                .messageName(installation.named(message))
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
                != Answer.NOT_FOUND;
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
            return answer(e);
        }
    }

    /** Whether something failed because nobody is there to ask. */
    static boolean isAway(Throwable failure) {
        return isCaused(failure, cause -> switch (cause) {
            case ClientStatusException answered -> answered.getStatusCode() == Status.Code.UNAVAILABLE;
            case StatusRuntimeException bare -> bare.getStatus().getCode() == Status.Code.UNAVAILABLE;
            default -> false;
        });
    }

    /** Whether something failed because Camunda gave no answer, and not because of what it answered. */
    static boolean isSilent(@Nullable Throwable failure) {
        return isCaused(
                failure,
                cause -> cause instanceof ClientStatusException status && SILENT.contains(status.getStatusCode()));
    }

    private static boolean isCaused(@Nullable Throwable failure, Predicate<Throwable> by) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(by);
    }

    /** Only what waiting can change is worth another try. */
    private static Answer answer(ClientStatusException refused) {
        return switch (refused.getStatusCode()) {
            case NOT_FOUND -> Answer.NOT_FOUND;
            case ALREADY_EXISTS -> Answer.DONE_BEFORE;
            case FAILED_PRECONDITION, INVALID_ARGUMENT, OUT_OF_RANGE -> Answer.NEVER;
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    PERMISSION_DENIED,
                    RESOURCE_EXHAUSTED,
                    ABORTED,
                    UNIMPLEMENTED,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS,
                    UNAUTHENTICATED -> throw refused;
        };
    }
}
