package dev.countersign.recovery;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.CHLOE;
import static dev.countersign.Personas.DMITRI;
import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Told;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Outcome;
import dev.countersign.changes.Status;
import dev.countersign.engine.UserTask;
import dev.countersign.local.RealStack;
import dev.countersign.reviews.Answer;
import dev.countersign.reviews.Claims;
import dev.countersign.reviews.Reviews;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The broker is away, or has forgotten everything, or its timers are dead: people go on, and the plan follows later. */
@OnFragileStack
class RecoveryIT {

    @Autowired
    ApplicationContext beans;

    @Autowired
    Changes changes;

    @Autowired
    Reviews reviews;

    @Autowired
    Claims claims;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @RegisterExtension
    final Told house = Told.by("dev.countersign.engine");

    @RegisterExtension
    final Told client = Told.by("io.camunda");

    private final RealStack stack = RealStack.fragile();
    private Cast cast;

    @BeforeEach
    void call() {
        cast = Cast.in(beans);
    }

    /** A test that failed while the broker was away leaves it to the next one. */
    @AfterEach
    void bringBack() {
        if (!stack.engine().runs()) {
            stack.engine().start();
        }
    }

    @Test
    void letsPeopleDecideWhileTheBrokerIsAwayForTenMinutes() throws IOException {
        ChangeId reviewed = cast.inReview(ADA, cast.document());
        ChangeId signed = cast.awaitingSignOff();
        ChangeId executed = cast.approved();
        ChangeId amended = cast.needsWork();
        ChangeId withdrawn = cast.inReview(ADA, cast.document());
        stack.moveClock(Duration.ofHours(1));
        long told = lastCommand();
        int before = house.lines().size();
        stack.engine().kill();

        cast.decides(CHLOE, reviewed, ChangePlan.REVIEW, Answer.APPROVE);
        cast.decides(ELENA, signed, ChangePlan.SIGN_OFF, Answer.APPROVE);
        changes.reportExecution(executed, ADA, clock.instant(), "done by hand");
        cast.amends(ADA, amended, cast.document().document());
        cast.decides(CHLOE, withdrawn, ChangePlan.REVIEW, Answer.APPROVE);
        changes.withdraw(withdrawn, ADA, "not needed any more");
        ChangeId submitted = cast.submitted(ADA, cast.document());
        stack.moveClockOfApplications(Duration.ofMinutes(10));
        everyPageOpens(reviewed, signed, executed, amended, submitted);
        assertThat(List.of(reviewed, signed, executed, withdrawn))
                .extracting(id -> cast.change(id).status())
                .containsExactly(Status.APPROVED, Status.ESCALATED, Status.BAKING, Status.WITHDRAWN);
        saysItInALine(before);

        stack.engine().start();
        cast.passed(reviewed, "schedule-change");
        assertThat(cast.decides(GRACE, signed, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
        cast.passed(executed, "start-bake");
        cast.task(amended, ChangePlan.REVIEW);
        cast.task(submitted, ChangePlan.REVIEW);
        // Whether the withdrawal finds the process at its last step or at its end is a matter of moments.
        Cast.await("all of " + withdrawn + " is told").until(() -> untold(withdrawn) == 0);
        assertThat(toldSeveralThings(told)).contains(withdrawn.value());
        assertThat(toldOutOfOrder(told)).isEmpty();
    }

    @Test
    void bringsEveryOpenChangeBackToItsStageAfterTheBrokerLostItsData() {
        ChangeId amend = cast.needsWork();
        ChangeId review = cast.inReview(ADA, cast.document());
        UserTask claimed = cast.task(review, ChangePlan.REVIEW);
        reviews.claim(claimed.id(), DMITRI);
        ChangeId signOff = cast.awaitingSignOff();
        ChangeId escalation = cast.escalated();
        ChangeId approved = cast.approved();
        ChangeId baking = cast.approved();
        ChangeId outcome = cast.approved();
        execute(outcome);
        stack.moveClock(Duration.ofHours(1));
        cast.task(outcome, ChangePlan.RECORD_OUTCOME);
        changes.reportExecution(baking, ADA, clock.instant(), "done");
        cast.passed(baking, "start-bake");

        List<ChangeId> all = List.of(amend, review, signOff, escalation, approved, baking, outcome);
        Map<ChangeId, Integer> runs = all.stream().collect(Collectors.toMap(id -> id, this::ownedRun));
        stack.loseEngineData();
        all.forEach(id -> Cast.await(id + " runs again").until(() -> ownedRun(id) > runs.get(id)));

        assertThat(claims.holder(claimed.id())).contains(DMITRI.id());
        cast.amends(ADA, amend, cast.document().document());
        cast.decides(CHLOE, amend, ChangePlan.REVIEW, Answer.APPROVE);
        cast.decides(DMITRI, claimed, Answer.APPROVE);
        cast.decides(ELENA, signOff, ChangePlan.SIGN_OFF, Answer.APPROVE);
        cast.decides(GRACE, escalation, ChangePlan.ESCALATION, Answer.APPROVE);
        changes.recordOutcome(outcome, ADA, Outcome.SUCCESSFUL, "all quiet");
        cast.passed(outcome, "close-change");
        stack.moveClock(Duration.ofHours(1));
        cast.reaches(baking, Status.OUTCOME);
        cast.task(baking, ChangePlan.RECORD_OUTCOME);
        cast.task(signOff, ChangePlan.ESCALATION);
        stack.moveClock(Duration.ofDays(10));
        for (ChangeId id : List.of(amend, review, escalation, approved)) {
            cast.reaches(id, Status.EXPIRED);
        }
    }

    @Test
    void keepsDeadlinesThoughTheBrokersTimersAreDead() {
        ChangeId silent = cast.awaitingSignOff();
        ChangeId baking = cast.approved();
        ChangeId missed = cast.approved();
        execute(baking);
        ChangeId unread = cast.inReview(ADA, cast.document());
        stack.moveClockOfApplications(Duration.ofHours(25));
        Instant due = Instant.now();
        Cast.await("the owner is called for " + unread)
                .until(() -> called(unread).size() == 2);
        assertThat(Duration.between(due, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(ownedRun(unread)).as("a call starts nothing anew").isEqualTo(1);
        cast.reaches(silent, Status.ESCALATED);
        assertThat(cast.decides(GRACE, silent, ChangePlan.ESCALATION, Answer.APPROVE)
                        .status())
                .isEqualTo(Status.APPROVED);
        cast.task(baking, ChangePlan.RECORD_OUTCOME);
        stack.moveClockOfApplications(Duration.ofDays(10));
        cast.reaches(missed, Status.EXPIRED);
    }

    /** Twenty workers ask several times a second; only what was being told when it went has a word of its own. */
    private void saysItInALine(int before) {
        Cast.await("somebody says that Camunda is away").until(() -> lost(before) == 1);
        assertThat(house.lines().size() - before).as(house.lines().toString()).isLessThan(10);
        assertThat(client.lines()).isEmpty();
    }

    private long lost(int before) {
        return house.lines().stream()
                .skip(before)
                .filter(line -> line.startsWith("Camunda does not answer"))
                .count();
    }

    private List<String> called(ChangeId id) {
        return sql.sql("SELECT step FROM reviews.call WHERE change_id = :change ORDER BY due")
                .param("change", id.value())
                .query(String.class)
                .list();
    }

    private void execute(ChangeId id) {
        stack.moveClock(Duration.ofHours(1));
        changes.reportExecution(id, ADA, clock.instant(), "done");
        cast.passed(id, "start-bake");
    }

    private void everyPageOpens(ChangeId... shown) throws IOException {
        Clerk grace = new Clerk("grace", () -> URI.create("http://localhost:" + port));
        for (String path : List.of("/desk", "/changes", "/reviews", "/registry", "/policy", "/journal")) {
            assertThat(grace.open(path).statusCode()).as(path).isEqualTo(200);
        }
        for (ChangeId id : shown) {
            assertThat(grace.open("/changes/" + id).statusCode()).as(id.value()).isEqualTo(200);
        }
    }

    /** The run that an instance of the broker owns; 0 while none does. */
    private int ownedRun(ChangeId id) {
        return sql.sql("SELECT run FROM engine.run WHERE subject = :subject AND instance IS NOT NULL")
                .param("subject", id.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private int untold(ChangeId id) {
        return sql.sql("SELECT count(*) FROM engine.outbox WHERE subject = :subject AND sent_at IS NULL")
                .param("subject", id.value())
                .query(Integer.class)
                .single();
    }

    private long lastCommand() {
        return sql.sql("SELECT coalesce(max(id), 0) FROM engine.outbox")
                .query(Long.class)
                .single();
    }

    /** Without one of these nothing could have been told out of order. */
    private List<String> toldSeveralThings(long after) {
        return sql.sql("SELECT subject FROM engine.outbox WHERE id > :after GROUP BY subject HAVING count(*) > 1")
                .param("after", after)
                .query(String.class)
                .list();
    }

    /** Subjects of which Camunda heard something before what was said earlier. */
    private List<String> toldOutOfOrder(long after) {
        return sql.sql("""
                SELECT DISTINCT later.subject FROM engine.outbox earlier
                JOIN engine.outbox later ON later.subject = earlier.subject AND later.id > earlier.id
                WHERE earlier.id > :after AND later.sent_at < coalesce(earlier.sent_at, 'infinity')
                """).param("after", after).query(String.class).list();
    }
}
