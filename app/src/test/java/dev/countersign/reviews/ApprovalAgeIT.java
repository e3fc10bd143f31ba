package dev.countersign.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.changes.Validity;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@OnRealStack
class ApprovalAgeIT {

    private final RealStack stack = RealStack.shared();

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Changes changes;

    @Autowired
    private ChangePlan plan;

    @Autowired
    private Validity validity;

    @Autowired
    private History history;

    @Autowired
    private Clock clock;

    private Cast cast;

    @BeforeEach
    void meet() {
        cast = Cast.in(beans);
    }

    @Test
    void endsAChangeWhoseApprovalsRanOutBeforeItsWindowClosed() {
        Instant begun = clock.instant();
        ChangeId id = approvedWithWindowUntil(Duration.ofDays(30));
        assertThat(validity.end(cast.change(id))).isBefore(begun.plus(Duration.ofDays(15)));
        assertThat(plan.movesBy(id.value())).contains(validity.end(cast.change(id)));
        stack.moveClock(Duration.ofHours(337));
        assertThatThrownBy(() -> changes.reportExecution(id, Personas.ADA, clock.instant(), ""))
                .isInstanceOf(Refusal.class);
        cast.reaches(id, Status.EXPIRED);
        assertThat(history.story(id.stream()))
                .last()
                .extracting(Entry::summary)
                .isEqualTo("let it expire: its approvals ran out");
    }

    @Test
    void letsTheWindowEndAChangeWhoseApprovalsLastLonger() {
        ChangeId id = approvedWithWindowUntil(Duration.ofDays(2));
        Change change = cast.change(id);
        assertThat(validity.end(change)).isEqualTo(change.window().end());
        stack.moveClock(Duration.ofDays(3));
        cast.reaches(id, Status.EXPIRED);
    }

    @Test
    void goesByTheOldestOfSeveralApprovals() {
        ChangeId id =
                cast.inReview(Personas.ADA, withWindowUntil(Duration.ofDays(30)).onControlPlane());
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        Instant first = clock.instant();
        stack.moveClock(Duration.ofHours(10));
        cast.decides(Personas.ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE);
        cast.decides(Personas.GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        assertThat(validity.end(cast.change(id))).isBeforeOrEqualTo(first.plus(Duration.ofHours(336)));
    }

    private ChangeId approvedWithWindowUntil(Duration end) {
        ChangeId id = cast.inReview(Personas.ADA, withWindowUntil(end));
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        return id;
    }

    private SampleDocument withWindowUntil(Duration end) {
        Instant closes = clock.instant().plus(end);
        return cast.document()
                .with("windowStart", closes.minus(Duration.ofHours(20)).toString())
                .with("windowEnd", closes.toString());
    }
}
