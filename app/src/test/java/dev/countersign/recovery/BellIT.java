package dev.countersign.recovery;

import static dev.countersign.Personas.ELENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.reviews.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** The relay looks by itself once a day here. */
@OnFragileStack
@TestPropertySource(properties = "countersign.engine.relay-every=1d")
class BellIT {

    @Autowired
    ApplicationContext beans;

    @Test
    void tellsCamundaAtOnceWhatWasDecided() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.awaitingSignOff();
        cast.decides(ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE);
        assertThat(cast.task(id, ChangePlan.ESCALATION).subject()).isEqualTo(id.value());
    }
}
