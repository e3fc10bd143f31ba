package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Editing;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.engine.UserTask;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.registry.Builds;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Care;
import dev.countersign.reviews.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes changes along the real process by the real use cases, as far as a test wants them. */
@TestComponent
class Road {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Person ADA = SignIn.person("ada", Role.ENGINEER);
    static final Person BEN = SignIn.person("ben", Role.ENGINEER, Role.REVIEWER);
    static final Person CHLOE = SignIn.person("chloe", Role.ENGINEER, Role.REVIEWER);
    static final Person ELENA = SignIn.person("elena", Role.DIRECTOR);
    static final Person GRACE = SignIn.person("grace", Role.VP);

    private final Drafts drafts;
    private final Changes changes;
    private final Editing editing;
    private final Reviews reviews;
    private final Inbox inbox;
    private final Builds builds;
    private final Clock clock;
    private final JsonMapper json;

    Road(
            Drafts drafts,
            Changes changes,
            Editing editing,
            Reviews reviews,
            Inbox inbox,
            Builds builds,
            Clock clock,
            JsonMapper json) {
        this.drafts = drafts;
        this.changes = changes;
        this.editing = editing;
        this.reviews = reviews;
        this.inbox = inbox;
        this.builds = builds;
        this.clock = clock;
        this.json = json;
    }

    /** What the registry says that the system is built from. */
    String repository(String system) {
        return builds.of(List.of(system)).get(system).getFirst().repository();
    }

    /** Submitted by ada, its checks green, waiting for a reviewer; its window opens in five minutes. */
    Change inReview(String system, String sha, boolean controlPlane) {
        ChangeId id = drafts.begin(ADA, "Raise the time-out", "{}");
        changes.submit(id, ADA, document(system, sha, controlPlane));
        return reach(id, Status.IN_REVIEW);
    }

    /** Reviewed by ben and, as a control plane demands it, signed by elena and approved by grace. */
    Change approved(String system, String sha) {
        ChangeId id = inReview(system, sha, true).id();
        decide(id, ChangePlan.REVIEW, BEN);
        reach(id, Status.SIGN_OFF);
        decide(id, ChangePlan.SIGN_OFF, ELENA);
        reach(id, Status.ESCALATED);
        decide(id, ChangePlan.ESCALATION, GRACE);
        return reach(id, Status.APPROVED);
    }

    /** Submits what was begun after the fact, as of a moment inside its window, and has its first reviewer decide. */
    Change reviewedOnce(ChangeId draft, String system, String sha, Instant done) {
        changes.submit(draft, ADA, document(system, sha, false, done.minus(Duration.ofMinutes(15))));
        reach(draft, Status.IN_REVIEW);
        decide(draft, ChangePlan.REVIEW, BEN);
        return changes.get(draft);
    }

    /** Its second reviewer and whoever the policy wants beside them. */
    Change reviewedTwice(ChangeId id) {
        decide(id, ChangePlan.REVIEW, CHLOE);
        await().atMost(PATIENCE).until(() -> changes.get(id).status() != Status.IN_REVIEW);
        if (changes.get(id).status() == Status.SIGN_OFF) {
            decide(id, ChangePlan.SIGN_OFF, ELENA);
        }
        return reach(id, Status.OUTCOME);
    }

    /** Ada edits one field of it. */
    Change edited(Change change, String key, Object answer) {
        Map<String, Object> form =
                new HashMap<>(json.convertValue(changes.get(change.id()).document(), new TypeReference<>() {}));
        form.put(key, answer);
        return editing.edit(
                change.id(), ADA, change.revision().number(), json.convertValue(form, ChangeDocument.class));
    }

    private void decide(ChangeId id, String element, Person person) {
        await().atMost(PATIENCE).until(() -> inbox.open(id.value(), element).isPresent());
        UserTask task = inbox.open(id.value(), element).orElseThrow();
        String read = changes.get(id).revision().hash();
        reviews.decide(
                task.id(),
                person,
                read,
                Answer.APPROVE,
                "",
                Care.withPreMortem("The pool ran dry at noon.").declared());
    }

    private Change reach(ChangeId id, Status status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(changes.get(id).status()).isEqualTo(status));
        return changes.get(id);
    }

    private ChangeDocument document(String system, String sha, boolean controlPlane) {
        return document(system, sha, controlPlane, clock.instant().plus(Duration.ofMinutes(5)));
    }

    private ChangeDocument document(String system, String sha, boolean controlPlane, Instant opens) {
        Instant now = clock.instant();
        Map<String, Object> form = new HashMap<>(Map.of(
                "title",
                "Raise the time-out",
                "systems",
                List.of(system),
                "kind",
                "code",
                "environment",
                "production",
                "repository",
                repository(system),
                "commits",
                List.of(sha),
                "why",
                "Baskets time out under load.",
                "steps",
                List.of(Map.of("action", "Deploy", "validation", "Errors stay low", "undo", "Redeploy"))));
        form.putAll(Map.of(
                "blastRadius",
                "one-zone",
                "controlPlane",
                controlPlane,
                "dataMutation",
                false,
                "rollbackHow",
                "Deploy the previous image.",
                "rollbackMinutes",
                4,
                "rollbackRehearsedOn",
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString(),
                "alarms",
                "basket-5xx",
                "bakeMinutes",
                60,
                "aiInvolvement",
                "none"));
        form.put("windowStart", opens.toString());
        form.put("windowEnd", opens.plus(Duration.ofMinutes(115)).toString());
        return json.convertValue(form, ChangeDocument.class);
    }
}
