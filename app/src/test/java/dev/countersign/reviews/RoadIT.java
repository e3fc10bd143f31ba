package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duties;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.Status;
import dev.countersign.identity.Spent;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Changes that travel the whole road, or leave it, on the real stack. */
@OnRealStack
class RoadIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Changes changes;

    @Autowired
    Duties duties;

    @Autowired
    History history;

    @Autowired
    Clock clock;

    Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void leadsFromDraftToClosedThroughFivePeople() {
        ChangeId id = cast.inReview(ADA, cast.document().onControlPlane().withCoAuthors(BEN));
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.decides(ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE);
        cast.decides(GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        assertThat(Spent.on("review-change of " + id)).isZero();
        assertThat(Spent.on("sign-off-change of " + id)).isOne();
        assertThat(Spent.on("approve-escalation of " + id)).isOne();
        execute(id, ADA);
        RealStack.shared().moveClock(Duration.ofHours(1));
        cast.task(id, ChangePlan.RECORD_OUTCOME);
        changes.recordOutcome(id, BEN, Outcome.SUCCESSFUL, "all quiet");
        assertThat(cast.change(id).status()).isEqualTo(Status.CLOSED);
        assertThat(duties.having(id, Duty.AUTHOR)).containsExactlyInAnyOrder(ADA.id(), BEN.id());
        cast.passed(id, "close-change");
        assertThat(history.story(id.stream()))
                .extracting(Entry::kind)
                .containsSubsequence(
                        "changes.submitted",
                        "changes.assessed",
                        "changes.in-review",
                        "changes.sign-off",
                        "changes.escalated",
                        "changes.approved",
                        "changes.baking",
                        "changes.outcome",
                        "changes.closed");
        assertThat(history.proof(id.stream()).holds()).isTrue();
    }

    @Test
    void leadsBackToTheAuthorAndOverTheChecksAgain() {
        ChangeId id = cast.needsWork();
        cast.amends(ADA, id, cast.document().document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ASK_FOR_CHANGES);
        cast.task(id, ChangePlan.AMEND);
        cast.amends(ADA, id, cast.document().with("title", "Raise it less").document());
        Change change = cast.decides(BEN, id, ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(change.status()).isEqualTo(Status.APPROVED);
        assertThat(change.revision().number()).isEqualTo(3);
        cast.passed(id, "schedule-change");
    }

    @Test
    void endsWhereAReviewerRejects() {
        ChangeId id = cast.inReview(ADA, cast.document());
        assertThat(cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.REJECT).status())
                .isEqualTo(Status.REJECTED);
        cast.passed(id, "tally-verdicts");
        assertThat(cast.open(id)).isEmpty();
    }

    /** Each stage from which an author may still turn back. */
    enum Stage {
        DRAFT(cast -> cast.drafted(ADA)),
        NEEDS_WORK(Cast::needsWork),
        IN_REVIEW(cast -> cast.inReview(ADA, cast.document())),
        SIGN_OFF(Cast::awaitingSignOff),
        ESCALATED(Cast::escalated),
        APPROVED(Cast::approved);

        private final Function<Cast, ChangeId> road;

        Stage(Function<Cast, ChangeId> road) {
            this.road = road;
        }
    }

    @ParameterizedTest
    @EnumSource
    void canBeLeftUntilTheExecution(Stage stage) {
        ChangeId id = stage.road.apply(cast);
        assertThat(cast.change(id).status().name()).isEqualTo(stage.name());
        changes.withdraw(id, ADA, "not needed any more");
        assertThat(cast.change(id).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(cast.open(id)).isEmpty();
        if (stage != Stage.DRAFT) {
            cast.passed(id, "close-open-tasks");
        }
    }

    @Test
    void turnsToTheVpWhenTheDirectorIsSilentForADay() {
        ChangeId id = cast.awaitingSignOff();
        RealStack.shared().moveClock(Duration.ofHours(25));
        cast.reaches(id, Status.ESCALATED);
        cast.task(id, ChangePlan.ESCALATION);
        assertThat(cast.open(id)).extracting(task -> task.element()).containsExactly(ChangePlan.ESCALATION);
        assertThat(cast.decides(GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
    }

    @Test
    void endsWhenTheWindowOfAnApprovedChangeIsOver() {
        ChangeId id = cast.approved();
        RealStack.shared()
                .moveClock(Duration.between(
                        clock.instant(), cast.change(id).window().end()));
        cast.reaches(id, Status.EXPIRED);
        cast.passed(id, "expire-change");
    }

    private void execute(ChangeId id, dev.countersign.identity.Person reporter) {
        cast.passed(id, "schedule-change");
        RealStack.shared().moveClock(Duration.ofHours(1));
        changes.reportExecution(id, reporter, clock.instant(), "done");
        cast.passed(id, "start-bake");
    }
}
