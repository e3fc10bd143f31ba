package dev.countersign.matrix;

import static dev.countersign.Personas.BEN;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static dev.countersign.Personas.INES;
import static dev.countersign.Personas.JONAS;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;

/** Changes as the table names them: Ben's, with Dmitri as co-author, brought there by the use cases. */
final class Writers {

    private static final Person PETRA = SignIn.person("petra", Role.REVIEWER);
    private static final Person REVIEWER = Personas.withRoles(JONAS, Role.REVIEWER);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Cast cast;
    private final Changes changes;
    private final Reviews reviews;
    private final Holds holds;
    private final SecondKeys keys;
    private final Clock clock;
    private final Leaders leaders;
    private final Standstill standstill;
    private final ChangeScene about;

    Writers(BeanFactory beans, Leaders leaders) {
        this.leaders = leaders;
        cast = Cast.in(beans);
        changes = beans.getBean(Changes.class);
        reviews = beans.getBean(Reviews.class);
        holds = beans.getBean(Holds.class);
        keys = beans.getBean(SecondKeys.class);
        clock = beans.getBean(Clock.class);
        standstill = new Standstill(beans);
        about = new ChangeScene(beans);
        Known.make(beans, PETRA);
    }

    /** Fresh each time. */
    Scene scene(String name) {
        standstill.end();
        return name.equals("reviewed") ? reviewed() : about.decisionOn(change(name));
    }

    /** Both sides say so. */
    void letGoOn(Scene scene) {
        ChangeId id = new ChangeId(scene.places().get("id"));
        List.of(BEN, CHLOE).forEach(person -> holds.release(id, person));
    }

    void end() {
        standstill.end();
    }

    private ChangeId change(String name) {
        return switch (name) {
            case "draft" -> cast.drafted(BEN);
            case "checking" -> standstill.of(() -> cast.submitted(BEN, document()));
            case "needs-work" -> needsWork();
            case "in-review" -> inReview();
            case "claimed" -> claimed();
            case "idle" -> claimedLongAgo();
            case "sign-off" -> awaitingSignOff();
            case "escalated" -> escalated();
            case "approved" -> approved();
            case "held" -> held();
            case "held-inside" -> heldInItsWindow();
            case "edited" -> edited();
            case "window" -> inItsWindow();
            case "key-wanted" -> waitingForItsKey();
            case "key-turned" -> withItsKey();
            case "outdated" -> outdated();
            case "baking" -> baking();
            case "outcome" -> awaitingOutcome();
            case "closed" -> concluded(Outcome.SUCCESSFUL);
            case "rolled-back" -> concluded(Outcome.ROLLED_BACK);
            case "rejected" -> rejected();
            case "withdrawn" -> withdrawn();
            case "discarded" -> discarded();
            case "expired" -> expired();
            default -> throw new IllegalStateException("Expected a scene of writers, but found '%s'.".formatted(name));
        };
    }

    /** Names a commit that no other change names, so that the gate's answer is about this one. */
    private SampleDocument document() {
        return own(cast.document());
    }

    private static SampleDocument own(SampleDocument document) {
        String sha = "a%039x".formatted(NUMBER.incrementAndGet());
        return document.withCoAuthors(DMITRI).with("commits", List.of(sha));
    }

    private ChangeId needsWork() {
        ChangeId id = cast.inReview(BEN, document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.ASK_FOR_CHANGES);
        cast.task(id, ChangePlan.AMEND);
        return id;
    }

    /** Under an addendum, so that a second seat is free when Chloe has spoken. */
    private ChangeId inReview() {
        leaders.putAddendumInForce();
        ChangeId id = cast.submitted(BEN, own(cast.tierOneDocument()));
        cast.decides(CHLOE, cast.seats(id, 2).getFirst(), Answer.APPROVE);
        cast.seats(id, 1);
        return id;
    }

    private ChangeId claimed() {
        ChangeId id = inReview();
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), REVIEWER);
        return id;
    }

    /** By a reviewer of whom nothing was heard since. */
    private ChangeId claimedLongAgo() {
        ChangeId id = inReview();
        reviews.claim(cast.task(id, ChangePlan.REVIEW).id(), PETRA);
        RealStack.shared().moveClock(Duration.ofHours(8));
        return id;
    }

    /** About a seat that Jonas has filled; the change has moved on. */
    private Scene reviewed() {
        ChangeId id = inReview();
        UserTask seat = cast.task(id, ChangePlan.REVIEW);
        cast.decides(REVIEWER, seat, Answer.APPROVE);
        cast.task(id, ChangePlan.SIGN_OFF);
        return about.task(id, seat.id());
    }

    private ChangeId awaitingSignOff() {
        ChangeId id = cast.inReview(BEN, document().onControlPlane());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.task(id, ChangePlan.SIGN_OFF);
        return id;
    }

    private ChangeId escalated() {
        ChangeId id = awaitingSignOff();
        cast.decides(ELENA, id, ChangePlan.SIGN_OFF, Answer.APPROVE);
        cast.task(id, ChangePlan.ESCALATION);
        return id;
    }

    private ChangeId approved() {
        return approved(document());
    }

    private ChangeId approved(SampleDocument document) {
        ChangeId id = cast.inReview(BEN, document);
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        return id;
    }

    /** Chloe approved what it was before. */
    private ChangeId edited() {
        SampleDocument document = document();
        ChangeId id = approved(document);
        cast.edits(BEN, id, document.with("bakeMinutes", 90));
        cast.task(id, ChangePlan.REVIEW);
        return id;
    }

    private ChangeId held() {
        ChangeId id = approved();
        holds.hold(id, INES, "The alarm is silent.");
        return id;
    }

    private ChangeId heldInItsWindow() {
        ChangeId id = inItsWindow();
        holds.hold(id, INES, "The alarm is silent.");
        return id;
    }

    private ChangeId inItsWindow() {
        ChangeId id = approved();
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        return id;
    }

    private ChangeId waitingForItsKey() {
        ChangeId id = escalated();
        cast.decides(GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        return id;
    }

    private ChangeId withItsKey() {
        ChangeId id = waitingForItsKey();
        keys.turn(id, CHLOE);
        return id;
    }

    /** Under another policy than today's. */
    private ChangeId outdated() {
        ChangeId id = cast.inReview(BEN, document());
        leaders.putAnotherAddendumInForce();
        return id;
    }

    private ChangeId baking() {
        ChangeId id = inItsWindow();
        changes.reportExecution(id, BEN, clock.instant(), "");
        cast.passed(id, "start-bake");
        return id;
    }

    private ChangeId awaitingOutcome() {
        ChangeId id = baking();
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        cast.reaches(id, Status.OUTCOME);
        cast.task(id, ChangePlan.RECORD_OUTCOME);
        return id;
    }

    private ChangeId concluded(Outcome outcome) {
        ChangeId id = awaitingOutcome();
        changes.recordOutcome(id, BEN, outcome, "No alarm, and the morning peak was calm.");
        cast.passed(id, "close-change");
        return id;
    }

    private ChangeId rejected() {
        ChangeId id = cast.inReview(BEN, document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.REJECT);
        return id;
    }

    private ChangeId withdrawn() {
        ChangeId id = needsWork();
        changes.withdraw(id, BEN, "The vendor found a fault.");
        cast.passed(id, "close-open-tasks");
        return id;
    }

    /** Before anything of it was handed in. */
    private ChangeId discarded() {
        ChangeId id = cast.drafted(BEN);
        changes.withdraw(id, BEN, "The vendor found a fault.");
        return id;
    }

    private ChangeId expired() {
        ChangeId id = approved(document()
                .with("windowEnd", clock.instant().plus(Duration.ofHours(3)).toString()));
        RealStack.shared().moveClock(Duration.ofMinutes(185));
        cast.reaches(id, Status.EXPIRED);
        return id;
    }
}
