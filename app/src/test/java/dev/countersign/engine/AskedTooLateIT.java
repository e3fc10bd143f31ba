package dev.countersign.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeFlow;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The plan may ask for what was settled meanwhile; nobody is bothered with it. */
@OnRealStack
class AskedTooLateIT {

    private static final Duration OVERDUE = Duration.ofHours(25);

    @Autowired
    ApplicationContext beans;

    @Autowired
    ChangeFlow flow;

    @Autowired
    UserTaskHost tasks;

    @AfterEach
    void letTheBrokerCatchUp() {
        RealStack.shared().moveClockOfBroker(OVERDUE);
    }

    @Test
    void completesATaskThatIsNoLongerWantedAndGoesOn() throws SQLException {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(Personas.ADA, cast.document().onControlPlane());
        tasks.stop();
        answerTheLastQuestion(cast);
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "tally-verdicts");
        try (Connection held = RealStack.shared().asApp()) {
            keepFromTheReconciler(id, held);
            RealStack.shared().moveClockOfApplications(OVERDUE);
            flow.escalateIfOverdue(id);
            assertThat(cast.change(id).status()).isEqualTo(Status.ESCALATED);
            tasks.start();
            cast.passed(id, "read-decision");
        }
        assertThat(cast.decides(Personas.GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
    }

    /** The inbox asked Camunda for tasks before it was stopped: another one than this change's answers that. */
    private static void answerTheLastQuestion(Cast cast) {
        cast.passed(cast.submitted(Personas.ADA, cast.document()), "plan-reviews");
    }

    /** It would start the process anew, and the task would not be asked for any more. */
    private static void keepFromTheReconciler(ChangeId id, Connection held) throws SQLException {
        held.setAutoCommit(false);
        try (var lock = held.prepareStatement("SELECT FROM engine.run WHERE subject = ? FOR NO KEY UPDATE")) {
            lock.setString(1, id.value());
            assertThat(lock.executeQuery().next()).isTrue();
        }
    }
}
