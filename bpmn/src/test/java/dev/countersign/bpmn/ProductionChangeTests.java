package dev.countersign.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionChangeTests {
    @RegisterExtension
    static final ModelUnderTest model = new ModelUnderTest("production-change.bpmn");

    private final String runId = "change/" + UUID.randomUUID();
    private final String waitId = "wait/" + UUID.randomUUID();

    @Test
    void travelsFromSubmissionToClosure() {
        checked("review")
                .then("plan-reviews", "reviewSlots", List.of(1, 2))
                .then("review-change")
                .then("review-change")
                .then("tally-verdicts", "stage", "sign-off")
                .then("sign-off-change")
                .then("read-decision", "stage", "approved")
                .then("schedule-change", "waitId", waitId, "windowEndsAt", in(Duration.ofDays(2)))
                .message("change-executed", waitId)
                .then("start-bake", "bakeEndsAt", in(Duration.ofHours(1)))
                .later(Duration.ofMinutes(61))
                .then("finish-bake", "stage", "outcome")
                .then("record-outcome")
                .then("close-change", "stage", "done")
                .endsAt("change-closed");
    }

    @Test
    void sendsRedChecksBackToTheAuthorUntilTheyAreGreen() {
        checked("amend")
                .then("amend-change")
                .then("assess-risk", "reviewSlots", List.of(1), "signOffWithin", "PT24H")
                .then("run-checks", "stage", "amend")
                .then("amend-change")
                .then("assess-risk", "reviewSlots", List.of(1), "signOffWithin", "PT24H")
                .then("run-checks", "stage", "review")
                .open("plan-reviews");
    }

    @Test
    void endsWhenTheChangeEndedDuringTheChecks() {
        checked("done").endsAt("process-superseded");
    }

    @Test
    void givesEachReviewSlotToOneReviewer() {
        var walk = resumed("review").then("plan-reviews", "reviewSlots", List.of(1, 2));
        var slots = List.of(
                walk.open("review-change").getVariable("slot"),
                walk.open("review-change").getVariable("slot"));
        assertThat(slots).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void waitsForEveryVerdictBeforeItTallies() {
        resumed("review")
                .then("plan-reviews", "reviewSlots", List.of(1, 2))
                .then("review-change")
                .hasNotReached("tally-verdicts")
                .then("review-change")
                .open("tally-verdicts");
    }

    @Test
    void talliesAtOnceWhenNoVerdictIsMissing() {
        resumed("review").then("plan-reviews", "reviewSlots", List.of()).open("tally-verdicts");
    }

    @Test
    void callsForReviewAtEachPlannedMomentAndGoesOnWaiting() {
        var walk = delayed().later(Duration.ofMinutes(719)).hasNotReached("review-delayed");
        walk.later(Duration.ofMinutes(2)).then("call-for-review");
        walk.later(Duration.ofHours(4)).then("call-for-review");
        walk.then("review-change").then("review-change").open("tally-verdicts");
    }

    @Test
    void callsNobodyWhenTheReviewersHaveSpoken() {
        delayed()
                .then("review-change")
                .then("review-change")
                .then("tally-verdicts", "stage", "done")
                .later(Duration.ofDays(2))
                .hasNotReached("call-for-review")
                .endsAt("change-rejected");
    }

    @Test
    void callsForReviewAfterADayWhenNoTimesAreKnown() {
        resumed("review")
                .then("plan-reviews", "reviewSlots", List.of(1))
                .later(Duration.ofHours(25))
                .then("call-for-review")
                .open("review-change");
    }

    @Test
    void takesNoCompletedTaskForAVerdict() {
        reviewed("review").then("plan-reviews", "reviewSlots", List.of(2)).open("review-change");
    }

    @Test
    void sendsWantedChangesToTheAuthor() {
        reviewed("amend").then("amend-change").open("assess-risk");
    }

    @Test
    void endsWithARejection() {
        reviewed("done").endsAt("change-rejected");
    }

    @ParameterizedTest
    @CsvSource({"sign-off, sign-off-change", "escalation, approve-escalation", "approved, schedule-change"})
    void goesFromTheReviewWhereTheRulesSay(String stage, String element) {
        reviewed(stage).open(element);
    }

    @ParameterizedTest
    @CsvSource({"sign-off, sign-off-change", "escalation, approve-escalation", "approved, schedule-change"})
    void goesFromTheSignOffWhereTheRecordSays(String stage, String element) {
        resumed("sign-off")
                .then("sign-off-change")
                .then("read-decision", "stage", stage)
                .open(element);
    }

    @Test
    void endsWhenTheDirectorDeclines() {
        resumed("sign-off")
                .then("sign-off-change")
                .then("read-decision", "stage", "done")
                .endsAt("change-declined");
    }

    @Test
    void escalatesASignOffThatIsOverdue() {
        reviewed("sign-off")
                .later(Duration.ofMinutes(239))
                .hasNotReached("sign-off-overdue")
                .later(Duration.ofMinutes(2))
                .then("escalate-change", "stage", "escalation")
                .then("approve-escalation")
                .then("read-escalation-decision", "stage", "approved")
                .open("schedule-change");
    }

    @Test
    void escalatesAResumedSignOffAfterADayWhenNoDeadlineIsKnown() {
        resumed("sign-off")
                .later(Duration.ofHours(23))
                .hasNotReached("sign-off-overdue")
                .later(Duration.ofHours(2))
                .open("escalate-change");
    }

    @ParameterizedTest
    @CsvSource({"sign-off, sign-off-change", "approved, schedule-change"})
    void believesTheRecordWhenTheOverdueTimerComesLate(String stage, String element) {
        resumed("sign-off")
                .later(Duration.ofHours(25))
                .then("escalate-change", "stage", stage)
                .open(element);
    }

    @Test
    void followsAChangeThatWasAmendedBeforeTheTally() {
        reviewed("checks").open("assess-risk");
    }

    @Test
    void followsAChangeThatWasExecutedBeforeTheSignOffWasRead() {
        resumed("sign-off")
                .then("sign-off-change")
                .then("read-decision", "stage", "baking")
                .open("start-bake");
    }

    @Test
    void followsAChangeThatWasExecutedBeforeTheEscalationWasRead() {
        resumed("escalation")
                .then("approve-escalation")
                .then("read-escalation-decision", "stage", "outcome")
                .open("record-outcome");
    }

    @Test
    void takesNoMessageForAnExecution() {
        baked("approved").open("schedule-change");
    }

    @Test
    void asksTheVpAgainWhenNothingWasDecided() {
        resumed("escalation")
                .then("approve-escalation")
                .then("read-escalation-decision", "stage", "escalation")
                .open("approve-escalation");
    }

    @Test
    void endsWhenTheVpDeclines() {
        resumed("escalation")
                .then("approve-escalation")
                .then("read-escalation-decision", "stage", "done")
                .endsAt("escalation-declined");
    }

    @Test
    void expiresWhenTheWindowEndsUnused() {
        scheduled()
                .later(Duration.ofHours(49))
                .then("expire-change", "stage", "done")
                .endsAt("change-expired");
    }

    @ParameterizedTest
    @CsvSource({"baking, start-bake", "approved, schedule-change"})
    void believesTheRecordWhenTheWindowEnds(String stage, String element) {
        scheduled()
                .later(Duration.ofHours(49))
                .then("expire-change", "stage", stage)
                .open(element);
    }

    @Test
    void expiresAtOnceWhenTheWindowIsOver() {
        resumed("approved")
                .then("schedule-change", "waitId", waitId, "windowEndsAt", in(Duration.ofHours(-1)))
                .open("expire-change");
    }

    @Test
    void ignoresTheExecutionOfAnotherWait() {
        scheduled().message("change-executed", "wait/other").hasNotReached("change-executed");
    }

    @Test
    void bakesLongerWhenTheRecordSaysSo() {
        baked("baking")
                .then("start-bake", "bakeEndsAt", in(Duration.ofHours(1)))
                .hasNotReached("record-outcome");
    }

    @Test
    void closesWithoutAskingWhenTheOutcomeIsKnown() {
        baked("done").endsAt("change-closed");
    }

    @Test
    void asksForTheOutcomeAgainWhenNoneIsRecorded() {
        resumed("outcome")
                .then("record-outcome")
                .then("close-change", "stage", "outcome")
                .open("record-outcome");
    }

    @ParameterizedTest
    @CsvSource({
        "checks, assess-risk",
        "amend, amend-change",
        "review, plan-reviews",
        "sign-off, sign-off-change",
        "escalation, approve-escalation",
        "approved, schedule-change",
        "baking, start-bake",
        "outcome, record-outcome"
    })
    void resumesWhereTheRecordSays(String stage, String element) {
        resumed(stage).open(element);
    }

    @Test
    void givesWayToTheInstanceThatOwnsTheRun() {
        resumed("done").endsAt("process-superseded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checks", "amend", "review", "sign-off", "escalation", "approved", "baking", "outcome"})
    void canBeWithdrawnInEveryStage(String stage) {
        withdrawn(resumed(stage));
    }

    @Test
    void canBeWithdrawnWhileReviewersRead() {
        withdrawn(resumed("review").then("plan-reviews", "reviewSlots", List.of(1, 2)));
    }

    @Test
    void canBeWithdrawnWhileItWaitsForItsWindow() {
        withdrawn(scheduled());
    }

    @Test
    void canBeWithdrawnWhileItIsClaimed() {
        withdrawn(started());
    }

    @Test
    void ignoresTheWithdrawalOfAnotherRun() {
        resumed("sign-off").message("change-withdrawn", "change/other").hasNotReached("change-withdrawn");
    }

    private void withdrawn(Walk walk) {
        walk.message("change-withdrawn", runId).then("close-open-tasks").endsAt("withdrawal-complete");
    }

    private Walk started() {
        return model.start("production-change", Map.of("changeId", "change", "run", 1, "runId", runId));
    }

    private Walk resumed(String stage) {
        return started().then("claim-process", "stage", stage);
    }

    private Walk checked(String stage) {
        return resumed("checks")
                .then("assess-risk", "reviewSlots", List.of(1, 2), "signOffWithin", "PT4H")
                .then("run-checks", "stage", stage);
    }

    private Walk reviewed(String stage) {
        return checked("review")
                .then("plan-reviews", "reviewSlots", List.of(1))
                .then("review-change")
                .then("tally-verdicts", "stage", stage);
    }

    /** Somebody may have to be called after twelve hours and after sixteen. */
    private Walk delayed() {
        var calls = "R2/%s/PT4H".formatted(in(Duration.ofHours(12)));
        return resumed("review")
                .then(
                        "plan-reviews",
                        "reviewSlots",
                        List.of(1, 2),
                        "reviewCalls",
                        calls,
                        "reviewsDueAt",
                        in(Duration.ofDays(1)));
    }

    private Walk scheduled() {
        return resumed("approved").then("schedule-change", "waitId", waitId, "windowEndsAt", in(Duration.ofDays(2)));
    }

    private Walk baked(String stage) {
        return resumed("baking")
                .then("start-bake", "bakeEndsAt", in(Duration.ofHours(1)))
                .later(Duration.ofMinutes(61))
                .then("finish-bake", "stage", stage);
    }

    private static String in(Duration time) {
        return model.now().plus(time).toString();
    }
}
