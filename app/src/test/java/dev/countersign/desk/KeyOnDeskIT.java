package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A change on the control plane waits in its window for a second person. */
@OnRealStack
class KeyOnDeskIT {

    private static final String ACTION = "Turn the second key";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Desk desk;

    @Autowired
    private SecondKeys keys;

    private ChangeId id;

    @BeforeEach
    void approve() {
        Cast cast = Cast.in(beans);
        id = cast.escalated();
        cast.decides(Personas.GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        cast.passed(id, "schedule-change");
    }

    @Test
    void isWantedOfThoseWhoMayTurnItWhileTheWindowIsOpen() {
        assertThat(wanted(Personas.HUGO)).isEmpty();
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        for (Person other : List.of(Personas.BEN, Personas.CHLOE, Personas.ELENA, Personas.GRACE, Personas.HUGO)) {
            assertThat(wanted(other)).as(other.name()).singleElement().satisfies(task -> {
                assertThat(task.path()).isEqualTo("/changes/%s#second-key".formatted(id));
                assertThat(task.due()).isNotNull();
            });
        }
        Person author = Personas.withRoles(Personas.ADA, Role.ENGINEER, Role.REVIEWER, Role.VP);
        for (Person other : List.of(author, Personas.INES, Personas.JONAS)) {
            assertThat(wanted(other)).as(other.name()).isEmpty();
        }
    }

    @Test
    void isWantedNoMoreWhileOneHolds() {
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        keys.turn(id, Personas.HUGO);
        assertThat(wanted(Personas.ELENA)).isEmpty();
        RealStack.shared().moveClock(Duration.ofMinutes(31));
        assertThat(wanted(Personas.ELENA)).hasSize(1);
    }

    private List<Task> wanted(Person person) {
        return desk.of(person).tasks().stream()
                .filter(task -> task.action().equals(ACTION) && task.subject().equals(id.value()))
                .toList();
    }
}
