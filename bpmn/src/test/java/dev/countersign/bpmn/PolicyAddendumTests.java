package dev.countersign.bpmn;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAddendumTests {
    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    @RegisterExtension
    static final ModelUnderTest model = new ModelUnderTest("policy-addendum.bpmn");

    private final String runId = "addendum/" + UUID.randomUUID();
    private final String waitId = "wait/" + UUID.randomUUID();

    @Test
    void endsByItselfAfterNinetyDays() {
        inForce()
                .later(NINETY_DAYS.minusMinutes(5))
                .hasNotReached("addendum-ends")
                .later(Duration.ofMinutes(6))
                .then("expire-addendum", "stage", "done")
                .endsAt("addendum-expired");
    }

    @Test
    void endsWhenItIsDeclined() {
        proposed()
                .then("approve-addendum")
                .then("read-addendum", "stage", "done")
                .endsAt("addendum-declined");
    }

    @Test
    void takesNoCompletedTaskForAnApproval() {
        proposed()
                .then("approve-addendum")
                .then("read-addendum", "stage", "approval")
                .open("approve-addendum");
    }

    @Test
    void isExtendedByASecondPerson() {
        amended()
                .then("approve-amendment")
                .then(
                        "reread-addendum",
                        "stage",
                        "in-force",
                        "endsAt",
                        in(NINETY_DAYS.multipliedBy(2)),
                        "waitId",
                        "next")
                .later(NINETY_DAYS.plusDays(1))
                .hasNotReached("addendum-ends")
                .later(NINETY_DAYS)
                .open("expire-addendum");
    }

    @Test
    void isEndedEarlyByASecondPerson() {
        amended()
                .then("approve-amendment")
                .then("reread-addendum", "stage", "done")
                .endsAt("addendum-ended");
    }

    @Test
    void takesNoCompletedTaskForAnAmendment() {
        amended()
                .then("approve-amendment")
                .then("reread-addendum", "stage", "amendment")
                .open("approve-amendment");
    }

    @Test
    void endsWhileAnAmendmentWaits() {
        amended()
                .later(NINETY_DAYS.plusMinutes(1))
                .then("expire-addendum", "stage", "done")
                .endsAt("addendum-expired");
    }

    @Test
    void remindsLeadersAndGoesOnWaiting() {
        inForce(Duration.ofDays(60))
                .later(Duration.ofDays(61))
                .then("remind-leaders", "stage", "in-force", "remindAt", in(Duration.ofDays(15)))
                .later(Duration.ofDays(14))
                .hasNotReached("addendum-ends")
                .later(Duration.ofDays(2))
                .open("remind-leaders");
    }

    @Test
    void asksWhatComesAfterTheEnd() {
        decisionDue()
                .then("decide-addendum")
                .then("reread-addendum", "stage", "in-force", "remindAt", null)
                .later(Duration.ofDays(15))
                .then("expire-addendum", "stage", "done")
                .endsAt("addendum-expired");
    }

    @Test
    void goesOnRemindingWhileNobodyDecides() {
        decisionDue()
                .later(Duration.ofDays(8))
                .then("remind-leaders", "stage", "decision", "remindAt", in(Duration.ofDays(5)))
                .open("decide-addendum");
    }

    @Test
    void endsThoughNobodyDecided() {
        decisionDue(null)
                .later(Duration.ofDays(15))
                .then("remind-leaders", "stage", "done")
                .endsAt("addendum-ended");
    }

    @Test
    void asksAtOnceForADecisionThatIsDueAlready() {
        claimed("decision")
                .then(
                        "read-addendum",
                        "stage",
                        "decision",
                        "endsAt",
                        in(Duration.ofDays(3)),
                        "remindAt",
                        in(Duration.ofDays(2)),
                        "waitId",
                        waitId)
                .open("decide-addendum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-force", "amendment", "decision"})
    void readsAgainWhenTheTimerFindsItExtended(String stage) {
        inForce()
                .later(NINETY_DAYS.plusMinutes(1))
                .then("expire-addendum", "stage", stage)
                .open("reread-addendum");
    }

    @Test
    void asksAtOnceForAnAmendmentThatCameBeforeTheWait() {
        proposed()
                .then("approve-addendum")
                .then("read-addendum", "stage", "amendment", "endsAt", in(NINETY_DAYS), "waitId", waitId)
                .open("approve-amendment");
    }

    @Test
    void ignoresTheAmendmentOfAnotherWait() {
        inForce().message("amendment-proposed", "wait/other").hasNotReached("amendment-proposed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-force", "amendment", "decision"})
    void resumesWhereTheRecordSays(String stage) {
        claimed(stage).open("read-addendum");
    }

    @Test
    void endsAtOnceWhenItsTimeIsOver() {
        claimed("in-force")
                .then("read-addendum", "stage", "in-force", "endsAt", in(Duration.ofDays(-1)), "waitId", waitId)
                .open("expire-addendum");
    }

    @Test
    void givesWayToTheInstanceThatOwnsTheRun() {
        claimed("done").endsAt("process-superseded");
    }

    private Walk claimed(String stage) {
        return model.start("policy-addendum", Map.of("addendumId", "addendum", "run", 1, "runId", runId))
                .then("claim-addendum", "stage", stage, "endsAt", in(NINETY_DAYS), "waitId", waitId);
    }

    private Walk proposed() {
        return claimed("approval");
    }

    private Walk inForce() {
        return proposed()
                .then("approve-addendum")
                .then("read-addendum", "stage", "in-force", "endsAt", in(NINETY_DAYS), "waitId", waitId);
    }

    private Walk inForce(Duration untilReminder) {
        return proposed()
                .then("approve-addendum")
                .then(
                        "read-addendum",
                        "stage",
                        "in-force",
                        "endsAt",
                        in(NINETY_DAYS),
                        "remindAt",
                        in(untilReminder),
                        "waitId",
                        waitId);
    }

    private Walk decisionDue() {
        return decisionDue(in(Duration.ofDays(83)));
    }

    private Walk decisionDue(String nextDate) {
        return inForce(Duration.ofDays(76))
                .later(Duration.ofDays(76).plusMinutes(1))
                .then("remind-leaders", "stage", "decision", "remindAt", nextDate);
    }

    private Walk amended() {
        return inForce().message("amendment-proposed", waitId);
    }

    private static String in(Duration time) {
        return model.now().plus(time).toString();
    }
}
