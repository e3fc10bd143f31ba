package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.desk.Road.Mark;
import dev.countersign.desk.Road.Step;
import dev.countersign.engine.Visits.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalkTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Diagram CHANGE = model("production-change");
    private static final Diagram ADDENDUM = model("policy-addendum");

    @Test
    void standsWherePeopleAreAsked() {
        Road road = new Walk(
                        CHANGE,
                        trail().done("claim-process", "assess-risk", "run-checks", "plan-reviews")
                                .entered("review-change"))
                .road("production-change", Set.of("review-change"), false);

        assertThat(road.now()).containsExactly("review-change");
        assertThat(road.passed())
                .contains(
                        "change-submitted",
                        "change-submitted-to-claim-process",
                        "which-stage",
                        "which-stage-to-assess-risk",
                        "are-checks-green-to-plan-reviews",
                        "plan-reviews-to-review-change")
                .doesNotContain("review-change", "amend-change", "tally-verdicts");
        assertThat(road.steps().getLast()).isEqualTo(new Step("review-change", "Review change", Mark.NOW, 1, NOON));
    }

    @Test
    void standsWhereTheProcessWaitsForNewsOrTime() {
        assertThat(now(CHANGE, trail().done("claim-process", "schedule-change")))
                .containsExactly("what-happens-first");
        assertThat(now(CHANGE, trail().done("claim-process", "start-bake"))).containsExactly("bake-time-over");
        assertThat(now(
                        ADDENDUM,
                        trail().done("claim-addendum")
                                .entered("approve-addendum")
                                .done("read-addendum")))
                .containsExactly("what-happens-first");
    }

    @Test
    void standsAtWorkThatIsHandedOutAgain() {
        Trail again = trail().done("claim-process", "schedule-change");
        again.add(new Visit("any", 1, "schedule-change", false, NOON.plusSeconds(1)));
        assertThat(now(CHANGE, again)).containsExactly("schedule-change");
        assertThat(now(CHANGE, again.done("schedule-change"))).containsExactly("what-happens-first");
    }

    @Test
    void saysWhatTheProcessWaitsFor() {
        assertThat(lastStep(trail().done("claim-process", "schedule-change")))
                .isEqualTo("Waits for: Change executed, or Window ended");
        assertThat(lastStep(trail().done("claim-process", "start-bake"))).isEqualTo("Waits for: Bake time over");
    }

    @Test
    void standsAtWorkThatIsNotDone() {
        assertThat(now(CHANGE, trail().done("claim-process").entered("assess-risk", "assess-risk")))
                .containsExactly("assess-risk");
    }

    @Test
    void standsAtWorkThatIsDoneASecondTime() {
        var seen = trail().done("claim-process", "assess-risk", "run-checks")
                .entered("amend-change")
                .done()
                .entered("assess-risk");
        assertThat(now(CHANGE, seen)).containsExactly("assess-risk");
    }

    @Test
    void goesByTheTimerOnATasksBorder() {
        Road road = new Walk(
                        CHANGE,
                        trail().entered("sign-off-change")
                                .done("escalate-change")
                                .entered("approve-escalation"))
                .road("production-change", Set.of("approve-escalation"), false);
        assertThat(road.passed())
                .contains(
                        "sign-off-overdue",
                        "sign-off-overdue-to-escalate-change",
                        "what-did-director-say-to-approve-escalation")
                .doesNotContain("read-decision", "");
    }

    @Test
    void goesOnFromTheReviewWhenSomebodyWasCalledOnTheSide() {
        Road road = new Walk(
                        CHANGE,
                        trail().done("plan-reviews")
                                .entered("review-change")
                                .done("call-for-review", "call-for-review", "tally-verdicts")
                                .entered("sign-off-change"))
                .road("production-change", Set.of("sign-off-change"), false);
        assertThat(road.passed()).contains("review-delayed-to-call-for-review", "review-change-to-tally-verdicts");
    }

    @Test
    void jumpsWithTheLinkWhenTheChangeMovedOnMeanwhile() {
        Road road = new Walk(CHANGE, trail().done("tally-verdicts", "start-bake"))
                .road("production-change", Set.of(), false);
        assertThat(road.passed())
                .contains("what-did-reviewers-say", "which-stage", "which-stage-to-start-bake")
                .doesNotContain("schedule-change", "");
        assertThat(road.now()).containsExactly("bake-time-over");
    }

    @Test
    void comesToARejectionThoughItCouldHaveMovedOn() {
        Road road = new Walk(CHANGE, trail().done("tally-verdicts")).road("production-change", Set.of(), true);
        assertThat(road.steps().getLast().name()).isEqualTo("Change rejected");
    }

    @Test
    void goesByTheMessageThatWithdrawsAChange() {
        Road road = new Walk(
                        CHANGE,
                        trail().done("claim-process").entered("sign-off-change").done("close-open-tasks"))
                .road("production-change", Set.of(), true);
        assertThat(road.passed()).contains("change-withdrawn", "close-open-tasks-to-withdrawal-complete");
        assertThat(road.steps().getLast().mark()).isEqualTo(Mark.END);
        assertThat(road.steps().getLast().name()).isEqualTo("Withdrawal complete");
    }

    @Test
    void comesToTheEndThatWasReached() {
        Road road = new Walk(CHANGE, trail().entered("record-outcome").done("close-change"))
                .road("production-change", Set.of(), true);
        assertThat(road.now()).isEmpty();
        assertThat(road.passed()).contains("is-outcome-recorded-to-change-closed", "change-closed");
        assertThat(road.steps()).extracting(Step::mark).containsExactly(Mark.PASSED, Mark.PASSED, Mark.END);
    }

    @Test
    void beginsAnewWithANewRun() {
        Road road = new Walk(
                        CHANGE,
                        trail().done("claim-process", "assess-risk")
                                .entered("sign-off-change")
                                .inRun(2)
                                .done("claim-process"))
                .road("production-change", Set.of("sign-off-change"), false);
        assertThat(road.passed())
                .contains("which-stage-to-sign-off-change")
                .doesNotContain("sign-off-change", "read-decision");
        assertThat(road.steps()).extracting(Step::run).containsExactly(1, 1, 1, 2, 2);
        assertThat(road.steps().getLast().at()).isNull();
    }

    private static Set<String> now(Diagram diagram, Trail seen) {
        return new Walk(diagram, seen).road("any", Set.of(), false).now();
    }

    private static String lastStep(Trail seen) {
        return new Walk(CHANGE, seen)
                .road("any", Set.of(), false)
                .steps()
                .getLast()
                .name();
    }

    private static Trail trail() {
        return new Trail();
    }

    private static Diagram model(String process) {
        try (InputStream file = WalkTests.class.getResourceAsStream("/bpmn/" + process + ".bpmn")) {
            return Diagrams.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the engine saw, in order. */
    private static final class Trail extends ArrayList<Visit> {

        private static final long serialVersionUID = 1;
        private int run = 1;

        Trail entered(String... elements) {
            List.of(elements).forEach(element -> add(new Visit("any", run, element, false, NOON)));
            return this;
        }

        Trail done(String... elements) {
            for (String element : elements) {
                entered(element);
                add(new Visit("any", run, element, true, NOON));
            }
            return this;
        }

        Trail inRun(int next) {
            run = next;
            return this;
        }
    }
}
