package dev.countersign.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangePlanTests {

    @ParameterizedTest
    @CsvSource({
        "CHECKING, checks",
        "NEEDS_WORK, amend",
        "IN_REVIEW, review",
        "SIGN_OFF, sign-off",
        "ESCALATED, escalation",
        "APPROVED, approved",
        "BAKING, baking",
        "OUTCOME, outcome"
    })
    void callsEachStageAsTheDiagramDoes(Status status, String stage) {
        assertThat(ChangePlan.stage(status)).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void isDoneExactlyWhereNoProcessIsNeeded(Status status) {
        assertThat(ChangePlan.stage(status).equals("done")).isEqualTo(!status.hasProcess());
    }
}
