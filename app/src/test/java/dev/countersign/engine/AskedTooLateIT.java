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
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The plan may ask for what was settled meanwhile; nobody is bothered with it. */
@OnRealStack
class AskedTooLateIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    ChangeFlow flow;

    @Autowired
    UserTaskHost tasks;

    @Test
    void completesATaskThatIsNoLongerWantedAndGoesOn() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(Personas.ADA, cast.document().onControlPlane());
        tasks.stop();
        cast.decides(Personas.CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "tally-verdicts");
        RealStack.shared().moveClockOfApplications(Duration.ofHours(25));
        flow.escalateIfOverdue(id);
        assertThat(cast.change(id).status()).isEqualTo(Status.ESCALATED);
        tasks.start();
        cast.passed(id, "read-decision");
        assertThat(cast.decides(Personas.GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
    }
}
