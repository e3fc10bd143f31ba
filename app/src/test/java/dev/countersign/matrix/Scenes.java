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
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Holds;
import dev.countersign.changes.SampleDocument;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.gate.SecondKeys;
import dev.countersign.identity.Known;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.RealStack;
import dev.countersign.policy.Policies;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;

/** Changes as the table names them: Ben's, with Dmitri as co-author, brought there by the use cases. */
final class Scenes {

    private static final Person PETRA = SignIn.person("petra", Role.REVIEWER);
    private static final Person REVIEWER = Personas.withRoles(JONAS, Role.REVIEWER);

    private final BeanFactory beans;
    private final Cast cast;
    private final Changes changes;
    private final Reviews reviews;
    private final Claims claims;
    private final Clock clock;
    private final HealthEndpoint health;
    private final Policies policies;
    private final SecondKeys keys;
    private final Holds holds;
    private final Leaders leaders;
    private final Drafters drafters;
    private final Keepers keepers;
    private final Talkers talkers;
    private final Absentees absentees;

    Scenes(BeanFactory beans) {
        this.beans = beans;
        cast = Cast.in(beans);
        changes = beans.getBean(Changes.class);
        reviews = beans.getBean(Reviews.class);
        claims = beans.getBean(Claims.class);
        clock = beans.getBean(Clock.class);
        health = beans.getBean(HealthEndpoint.class);
        policies = beans.getBean(Policies.class);
        keys = beans.getBean(SecondKeys.class);
        holds = beans.getBean(Holds.class);
        leaders = new Leaders(beans);
        drafters = new Drafters(beans);
        keepers = new Keepers(beans);
        Known.make(beans, PETRA);
        talkers = new Talkers(beans);
        absentees = new Absentees(beans);
    }

    /** Fresh each time. */
    Scene set(String name) {
        return switch (name) {
            case "nothing" -> nothing();
            case "well" -> well();
            case "passkey" -> nobodysPasskey();
            case "draft" -> about(cast.drafted(BEN));
            case "needs-work" -> about(needsWork());
            case "in-review" -> about(inReview());
            case "claimed" -> about(claimed());
            case "idle" -> about(claimedLongAgo());
            case "reviewed" -> reviewed();
            case "sign-off" -> about(awaitingSignOff());
            case "escalated" -> about(escalated());
            case "approved" -> about(approved());
            case "window" -> about(inItsWindow());
            case "outcome" -> about(awaitingOutcome());
            case "edited" -> about(edited());
            case "held" -> about(held());
            case "withdrawn" -> about(withdrawn());
            case "key-wanted" -> about(waitingForItsKey());
            case "outdated" -> outdated();
            case "talked", "open-talk", "settled" -> talkers.scene(name);
            case "proposed", "in-force", "amended" -> leaders.scene(name);
            case "policy", "draft-begun", "draft-proposed", "draft-approved", "draft-in-force" -> drafters.scene(name);
            case "there", "absent", "back" -> absentees.scene(name);
            default -> keepers.scene(name);
        };
    }

    void end() {
        absentees.callBack();
        leaders.endAddenda();
        keepers.withdrawAll();
    }

    private Scene nothing() {
        Map<String, String> fields = new LinkedHashMap<>(cast.document().fields());
        Leaders.PROPOSAL.forEach(fields::putIfAbsent);
        return new Scene(Map.of("key", "cart-api", "process", ChangePlan.PROCESS), fields, () -> "");
    }

    /** One may be offered to each leader; none is there. */
    private static Scene nobodysPasskey() {
        return new Scene(Map.of("id", UUID.randomUUID().toString()), Map.of("label", "Key of the table"), () -> "");
    }

    /** A moved clock makes Camunda look late for a moment. */
    private Scene well() {
        Cast.await("the house is well")
                .until(() -> health.health().getStatus().getCode().equals("UP"));
        return nothing();
    }

    private Scene about(ChangeId id) {
        Change change = cast.change(id);
        Map<String, String> places = new LinkedHashMap<>(Map.of("id", id.value()));
        decision(id).ifPresent(task -> places.put("task", String.valueOf(task.id())));
        return new Scene(places, fields(change), () -> standing(id));
    }

    private Optional<UserTask> decision(ChangeId id) {
        return cast.open(id).stream()
                .filter(task -> !task.element().equals(ChangePlan.AMEND))
                .filter(task -> !task.element().equals(ChangePlan.RECORD_OUTCOME))
                .findFirst();
    }

    private Map<String, String> fields(Change change) {
        Map<String, String> fields = new LinkedHashMap<>(cast.document().fields());
        fields.put("_version", String.valueOf(change.version()));
        fields.put("_hash", change.current().map(revision -> revision.hash()).orElse(""));
        fields.put(change.status() == Status.IN_REVIEW ? "verdict" : "decision", "approve");
        fields.put("_policy", policies.inForce().id());
        fields.put("_void", "true");
        fields.put("_independent", "yes");
        fields.put("whom", "petra");
        fields.put("outcome", "successful");
        fields.put("notes", "No alarm, and the morning peak was calm.");
        fields.put("reason", "The vendor found a fault.");
        fields.put("to", "ada");
        fields.put(
                "executedAt",
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst(":00Z$", ""));
        return fields;
    }

    private String standing(ChangeId id) {
        return "%s %s %s %s %s"
                .formatted(
                        keys.of(id),
                        holds.of(id),
                        cast.change(id),
                        cast.open(id),
                        cast.open(id).stream()
                                .map(task -> claims.holder(task.id()))
                                .toList());
    }

    private SampleDocument document() {
        return cast.document().withCoAuthors(DMITRI);
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
        ChangeId id = cast.submitted(BEN, cast.tierOneDocument().withCoAuthors(DMITRI));
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
        return new Scene(
                Map.of("id", id.value(), "task", String.valueOf(seat.id())),
                fields(cast.change(id)),
                () -> standing(id));
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
        ChangeId id = cast.inReview(BEN, document());
        cast.decides(CHLOE, id, ChangePlan.REVIEW, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        return id;
    }

    /** Chloe approved what it was before. */
    private ChangeId edited() {
        ChangeId id = approved();
        cast.edits(BEN, id, document().with("bakeMinutes", 90));
        cast.task(id, ChangePlan.REVIEW);
        return id;
    }

    private ChangeId held() {
        ChangeId id = approved();
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

    /** Under another policy than today's. */
    private Scene outdated() {
        ChangeId id = cast.inReview(BEN, document());
        leaders.putAnotherAddendumInForce();
        return about(id);
    }

    private ChangeId awaitingOutcome() {
        ChangeId id = inItsWindow();
        changes.reportExecution(id, BEN, clock.instant(), "");
        cast.passed(id, "start-bake");
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        cast.reaches(id, Status.OUTCOME);
        cast.task(id, ChangePlan.RECORD_OUTCOME);
        return id;
    }

    private ChangeId withdrawn() {
        ChangeId id = needsWork();
        changes.withdraw(id, BEN, "The vendor found a fault.");
        cast.passed(id, "close-open-tasks");
        return id;
    }
}
