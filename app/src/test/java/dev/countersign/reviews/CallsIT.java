package dev.countersign.reviews;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.identity.Person;
import dev.countersign.journal.Entry;
import dev.countersign.journal.History;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Reviews that nobody begins: who is called, when, and that it happens once. */
@OnRealStack
class CallsIT {

    private static final Duration HALF = Duration.ofHours(12);

    @Autowired
    ApplicationContext beans;

    @Autowired
    Reviews reviews;

    @Autowired
    Calls calls;

    @Autowired
    History history;

    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    @Test
    void remindsWhoHoldsItAndThenTurnsToTheOwnerByTheTimersOfTheDiagram() {
        ChangeId id = cast.inReview(ADA, cast.document());
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), CHLOE);
        RealStack.shared().moveClock(HALF);
        cast.passed(id, "call-for-review");
        assertThat(made(id)).containsExactly(Step.REMINDER);
        assertThat(calls.of(cast.change(id)).getFirst().people()).containsExactly(CHLOE.id());
        RealStack.shared().moveClock(HALF);
        Cast.await("the owner is called for " + id).until(() -> made(id).size() == 2);
        RealStack.shared().moveClock(HALF);
        Cast.await("the VP is called for " + id).until(() -> made(id).size() == 4);
        assertThat(made(id)).containsExactly(Step.values());
        assertThat(calls.of(cast.change(id)))
                .allSatisfy(call ->
                        assertThat(Duration.between(call.due(), call.at())).isLessThan(HALF));
        assertThat(recorded(id)).isEqualTo(4);
        assertThat(changes(ELENA)).contains(id);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        assertThat(changes(ELENA)).doesNotContain(id);
    }

    @Test
    void takesEachStepOnceHoweverManyTryAtOnce() throws InterruptedException {
        ChangeId id = cast.inReview(ADA, cast.document());
        RealStack.shared().moveClockOfApplications(Duration.ofHours(33));
        Callable<Void> attempt = () -> {
            calls.makeDue(id);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            assertThat(threads.invokeAll(Collections.nCopies(8, attempt)))
                    .allSatisfy(done -> assertThat(done.state()).isEqualTo(Future.State.SUCCESS));
        }
        RealStack.shared().moveClockOfBroker(Duration.ofHours(33));
        cast.passed(id, "call-for-review");
        assertThat(made(id)).containsExactly(Step.values());
        assertThat(recorded(id)).isEqualTo(4);
    }

    @Test
    void beginsAnewWithTheNextRoundAndCallsNobodyAfterTheReview() {
        ChangeId id = cast.inReview(ADA, cast.document());
        RealStack.shared().moveClock(HALF);
        cast.passed(id, "call-for-review");
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ASK_FOR_CHANGES);
        cast.task(id, ChangePlan.AMEND);
        calls.makeDue(id);
        assertThat(made(id)).isEmpty();
        cast.amends(ADA, id, cast.document().with("title", "Raise it less").document());
        cast.task(id, ChangePlan.REVIEW);
        assertThat(made(id)).isEmpty();
        RealStack.shared().moveClock(HALF);
        Cast.await("the second round is half over").until(() -> made(id).equals(List.of(Step.REMINDER)));
        cast.decides(DMITRI, id, ChangePlan.REVIEW, Answer.APPROVE);
    }

    private List<Step> made(ChangeId id) {
        return calls.of(cast.change(id)).stream().map(Call::step).toList();
    }

    private List<ChangeId> changes(Person person) {
        return calls.openFor(person).stream().map(Call::change).toList();
    }

    private long recorded(ChangeId id) {
        return history.story(id.stream()).stream()
                .map(Entry::kind)
                .filter("reviews.called"::equals)
                .count();
    }
}
