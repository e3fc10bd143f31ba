package dev.countersign.bpmn;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BypassCaseTests {
    @RegisterExtension
    static final ModelUnderTest model = new ModelUnderTest("bypass-case.bpmn");

    private static final Duration DAY = Duration.ofDays(1);

    private final String runId = "bypass/" + UUID.randomUUID();

    @Test
    void endsWhenItIsSettled() {
        opened().then("explain-bypass").then("read-bypass", "stage", "settled").endsAt("bypass-settled");
    }

    @Test
    void takesNoCompletedTaskForASettlement() {
        opened().then("explain-bypass")
                .then("read-bypass", "stage", "explain", "dueAt", in(DAY))
                .then("explain-bypass")
                .then("read-bypass", "stage", "settled")
                .endsAt("bypass-settled");
    }

    @Test
    void goesUpTheLineAndIsAskedForAnew() {
        opened().later(DAY.plusMinutes(1))
                .then("raise-bypass")
                .then("read-bypass", "stage", "explain", "dueAt", in(DAY))
                .later(DAY.plusMinutes(1))
                .then("raise-bypass")
                .then("read-bypass", "stage", "explain", "dueAt", in(DAY))
                .open("explain-bypass");
    }

    @Test
    void endsThoughTheTimerCameAfterTheSettlement() {
        opened().later(DAY.plusMinutes(1))
                .then("raise-bypass")
                .then("read-bypass", "stage", "settled")
                .endsAt("bypass-settled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settled", "superseded"})
    void endsItselfWhereNothingIsToBeExplained(String stage) {
        started().then("claim-bypass", "stage", stage).endsAt("process-superseded");
    }

    private Walk opened() {
        return started().then("claim-bypass", "stage", "explain", "dueAt", in(DAY));
    }

    private Walk started() {
        return model.start("bypass-case", Map.of("bypassId", "BYP-000001", "run", 1, "runId", runId));
    }

    private static String in(Duration time) {
        return model.now().plus(time).toString();
    }
}
