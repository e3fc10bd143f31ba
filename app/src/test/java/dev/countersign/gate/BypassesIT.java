package dev.countersign.gate;

import static dev.countersign.Refuses.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.countersign.Questions;
import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument.Environment;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Status;
import dev.countersign.engine.Inbox;
import dev.countersign.gate.Bypass.Level;
import dev.countersign.gate.Bypass.Settlement;
import dev.countersign.gate.Bypass.Way;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.registry.Systems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What went around the gate ends only when it is reverted or documented, and goes up the line until then. */
@OnRealStack
class BypassesIT {

    private static final String SYSTEM = "cart-worker";
    private static final Person PIPELINE = SignIn.person("pipeline", Role.GATE);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Road road;

    @Autowired
    private Deployments deployments;

    @Autowired
    private Bypasses bypasses;

    @Autowired
    private Documenting documenting;

    @Autowired
    private Changes changes;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Gate gate;

    @Autowired
    private Systems systems;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Clock clock;

    private final RealStack stack = RealStack.shared();
    private final String sha = "b1%038x".formatted(NUMBER.incrementAndGet());

    @Test
    void asksItsOwnerAndEndsWhenItIsReverted() {
        BypassId id = opened();
        awaitTask(id);
        assertThat(bypasses.waitingFor(owner(), 50)).extracting(Bypass::id).contains(id);
        refuses("gate.not-answerable", () -> explain(id, Road.ADA, Way.REVERTED));
        explain(id, owner(), Way.REVERTED);
        assertThat(bypasses.get(id).settlement().map(Settlement::way)).contains(Way.REVERTED);
        assertThat(bypasses.waitingFor(owner(), 50)).extracting(Bypass::id).doesNotContain(id);
        refuses("gate.bypass-settled", () -> explain(id, owner(), Way.REVERTED));
        await().atMost(PATIENCE).until(() -> inbox.open(id.value()).isEmpty());
    }

    @Test
    void goesUpTheLineByItsTimer() {
        BypassId id = opened();
        awaitTask(id);
        stack.moveClock(Duration.ofHours(24).plusMinutes(1));
        awaitLevel(id, Level.DIRECTOR);
        awaitTask(id);
        stack.moveClock(Duration.ofHours(24).plusMinutes(1));
        awaitLevel(id, Level.VP);
        assertThat(bypasses.get(id).isOpen()).isTrue();
        awaitTask(id);
        explain(id, owner(), Way.REVERTED);
    }

    @Test
    void endsWhenAChangeOfItsOwnIsReviewedByTwo() {
        BypassId id = opened();
        Instant done = bypasses.reports(id).getFirst().deployedAt();
        explain(id, owner(), Way.DOCUMENTED);
        assertThat(bypasses.get(id).isOpen()).isTrue();
        ChangeId change = documenting.begin(id, Road.ADA, UUID.randomUUID());
        assertThat(drafts.answers(change).orElseThrow()).contains(sha, SYSTEM);

        Change once = road.reviewedOnce(change, SYSTEM, sha, done);
        assertThat(once.requirements().orElseThrow().reviews()).isGreaterThanOrEqualTo(2);
        assertThat(bypasses.get(id).isOpen()).isTrue();

        Change twice = road.reviewedTwice(change);
        assertThat(twice.status()).isEqualTo(Status.OUTCOME);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bypasses.get(id).settlement().map(Settlement::way))
                        .contains(Way.DOCUMENTED));
        Question question = new Question(road.repository(SYSTEM), sha, SYSTEM, Environment.PRODUCTION);
        assertThat(gate.decide(question, PIPELINE).allows()).isFalse();
    }

    /** A list asks as often for many as for few. */
    @Test
    void namesWithWhomEachLiesAtOnce() {
        Bypass one = bypasses.get(opened());
        List<Bypass> many = Collections.nCopies(30, one);
        assertThat(Questions.of(() -> bypasses.liesWith(many)))
                .hasSameSizeAs(Questions.of(() -> bypasses.liesWith(List.of(one))));
        assertThat(bypasses.liesWith(many)).containsEntry(one.id(), owner().id());
        explain(one.id(), owner(), Way.REVERTED);
    }

    /** A change about something else documents nothing. */
    @Test
    void staysOpenIfTheChangeNamesSomethingElse() {
        BypassId id = opened();
        Instant done = bypasses.reports(id).getFirst().deployedAt();
        ChangeId change = documenting.begin(id, Road.ADA, UUID.randomUUID());
        String another = sha.replaceFirst("b1", "b2");
        road.reviewedOnce(change, SYSTEM, another, done);
        road.reviewedTwice(change);
        awaitTask(id);
        assertThat(bypasses.get(id).isOpen()).isTrue();
        explain(id, owner(), Way.REVERTED);
    }

    private BypassId opened() {
        Deployment told = deployments.report(
                new Report(
                        Report.Source.API,
                        Optional.empty(),
                        "",
                        road.repository(SYSTEM),
                        sha,
                        SYSTEM,
                        Environment.PRODUCTION,
                        Optional.empty(),
                        "by hand"),
                PIPELINE);
        return told.bypass().orElseThrow();
    }

    private void explain(BypassId id, Person person, Way way) {
        bypasses.explain(
                id, person, "The shop was down, and nobody could reach the gate.", way, Optional.of(clock.instant()));
    }

    private Person owner() {
        return SignIn.person(systems.get(SYSTEM).owner().value(), Role.SYSTEM_OWNER);
    }

    private void awaitTask(BypassId id) {
        await().atMost(PATIENCE)
                .until(() -> inbox.open(id.value(), BypassPlan.EXPLAIN).isPresent());
    }

    private void awaitLevel(BypassId id, Level level) {
        await().atMost(PATIENCE).until(() -> bypasses.get(id).level() == level);
    }
}
