package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEditionTests {
    @RegisterExtension
    static final ModelUnderTest model = new ModelUnderTest("policy-edition.bpmn");

    private final String runId = "edition/" + UUID.randomUUID();

    @Test
    void isApprovedByTwoLeaders() {
        proposed()
                .then("approve-edition")
                .then("approve-edition")
                .then("read-edition", "stage", "approved", "seats", List.of())
                .endsAt("edition-approved");
    }

    @Test
    void goesBackToItsEditorsWhenItIsDeclined() {
        proposed()
                .then("approve-edition")
                .then("approve-edition")
                .then("read-edition", "stage", "sent-back", "seats", List.of())
                .endsAt("edition-sent-back");
    }

    @Test
    void asksForTwoSeats() {
        var walk = proposed();
        assertThat(List.of(
                        walk.open("approve-edition").getVariable("slot"),
                        walk.open("approve-edition").getVariable("slot")))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void takesNoCompletedTaskForADecision() {
        proposed()
                .then("approve-edition")
                .then("approve-edition")
                .then("read-edition", "stage", "approval", "seats", List.of(2))
                .then("approve-edition")
                .then("read-edition", "stage", "approved", "seats", List.of())
                .endsAt("edition-approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "sent-back", "superseded"})
    void endsItselfWhereNothingIsToBeDecided(String stage) {
        started().then("claim-edition", "stage", stage, "seats", List.of()).endsAt("process-superseded");
    }

    private Walk proposed() {
        return started().then("claim-edition", "stage", "approval", "seats", List.of(1, 2));
    }

    private Walk started() {
        return model.start("policy-edition", Map.of("draftId", "POL-000001", "run", 1, "runId", runId));
    }
}
