package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Told;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That Camunda is away is said once, by whoever notices first. */
class ContactTests {

    @RegisterExtension
    final Told told = Told.by(Contact.class);

    private final Contact contact = new Contact(nobody(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void saysOnceWhatTwentyWorkersNotice() {
        for (int worker = 0; worker < 20; worker++) {
            assertThat(contact.explains(new ClientStatusException(
                            Status.UNAVAILABLE.withDescription("io exception"), new IllegalStateException())))
                    .isTrue();
            assertThat(contact.explains(new ExecutionException(Status.UNAVAILABLE.asRuntimeException())))
                    .isTrue();
        }
        assertThat(told.lines())
                .singleElement()
                .asString()
                .startsWith("Camunda does not answer: ")
                .contains("io exception");
    }

    /** Busy, slow or refusing, it is there; what it says belongs to what was asked. */
    @Test
    void takesAnAnswerOfAnyKindForALifeSign() {
        for (Status answer : new Status[] {Status.RESOURCE_EXHAUSTED, Status.DEADLINE_EXCEEDED, Status.INTERNAL}) {
            assertThat(contact.explains(new ClientStatusException(answer, new IllegalStateException())))
                    .isFalse();
        }
        assertThat(contact.explains(new IllegalStateException("The answer is unreadable.")))
                .isFalse();
        assertThat(told.lines()).isEmpty();
    }

    private static CamundaClient nobody() {
        return CamundaClient.newClientBuilder().build();
    }
}
