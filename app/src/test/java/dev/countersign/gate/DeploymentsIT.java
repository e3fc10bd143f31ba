package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.changes.Change;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Holds;
import dev.countersign.changes.Status;
import dev.countersign.gate.Pipeline.Answered;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.SignIn;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every report of a deployment is kept, and none makes a change look permitted. */
@OnRealStack
class DeploymentsIT {

    private static final String SYSTEM = "cart-worker";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private Holds holds;

    @Autowired
    private Bypasses bypasses;

    @Autowired
    private Changes changes;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient sql;

    @LocalServerPort
    private int port;

    private final RealStack stack = RealStack.shared();
    private final String sha = "d0%038x".formatted(NUMBER.incrementAndGet());
    private String repository;
    private Pipeline pipeline;

    @BeforeEach
    void connect() {
        pipeline = new Pipeline("http://localhost:" + port, stack);
        repository = road.repository(SYSTEM);
    }

    @AfterEach
    void hangUp() {
        pipeline.close();
        settleWhatIsOpen();
    }

    /** Other tests count what is open. */
    private void settleWhatIsOpen() {
        Person grace = SignIn.person("grace", Role.VP);
        bypasses.page(true, Set.of(), Optional.empty(), 200).stream()
                .filter(bypass -> bypass.artifact().equals(sha))
                .forEach(bypass -> bypasses.explain(
                        bypass.id(), grace, "A test told so.", Bypass.Way.REVERTED, Optional.of(clock.instant())));
    }

    @Test
    void explainsWhatTheGateAllowedAndStartsItsBake() {
        Change change = open();
        assertThat(pipeline.ask(repository, sha, SYSTEM, "production").text("decision"))
                .isEqualTo("allow");
        Answered answer = report(change.id().value(), "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("explained").asBoolean()).isTrue();
        assertThat(answer.text("status")).isEqualTo("baking");
        assertThat(answer.body().path("bypass").isNull()).isTrue();
    }

    @Test
    void startsTheBakeOfWhatNobodyAskedForButNamesIt() {
        Change change = open();
        Answered answer = report("", "");
        assertThat(codes(answer)).containsExactly("gate.never-asked");
        assertThat(answer.text("change")).isEqualTo(change.id().value());
        assertThat(answer.text("status")).isEqualTo("baking");
        assertThat(answer.text("bypass")).startsWith("BYP-");
        assertThat(journal(change)).contains("gate.went-around");
    }

    @Test
    void startsNoBakeOfAHeldChange() {
        Change change = open();
        assertThat(pipeline.ask(repository, sha, SYSTEM, "production").text("decision"))
                .isEqualTo("allow");
        holds.hold(change.id(), Road.CHLOE, "The alarm is silent.");
        Answered answer = report(change.id().value(), "");
        assertThat(codes(answer)).containsExactly("gate.held");
        assertThat(answer.text("status")).isEqualTo("approved");
        assertThat(changes.get(change.id()).executedAt()).isEmpty();
    }

    @Test
    void namesAnAllowThatHadRunOut() {
        Change change = open();
        pipeline.ask(repository, sha, SYSTEM, "production");
        stack.moveClock(Duration.ofMinutes(16));
        assertThat(codes(report(change.id().value(), ""))).containsExactly("gate.allow-run-out");
    }

    @Test
    void keepsWhatNoChangeNamesAndWhatNobodyRegistered() {
        Answered answer = pipeline.post("/api/gate/deployments", """
                {"change": "CHG-999999999", "repository": "storefront/unheard-of", "sha": "%s", "system": "unheard-of"}
                """.formatted(sha));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(codes(answer))
                .containsExactly("gate.unknown-change", "gate.unknown-system", "gate.never-asked", "gate.no-change");
        assertThat(answer.body().path("change").isNull()).isTrue();
        assertThat(answer.text("bypass")).startsWith("BYP-");
    }

    @Test
    void keepsWhatIsStillInReviewAndLeavesItThere() {
        Change change = road.inReview(SYSTEM, sha, true);
        Answered answer = report(change.id().value(), "");
        assertThat(codes(answer)).contains("gate.never-asked", "gate.not-approved", "gate.reviews-missing");
        assertThat(answer.text("status")).isEqualTo("in-review");
    }

    /** Another environment goes around the gate as well, but nobody has to explain it. */
    @Test
    void opensNoCaseForStaging() {
        Answered answer = report("", ", \"environment\": \"staging\"");
        assertThat(codes(answer)).contains("gate.no-change");
        assertThat(answer.body().path("bypass").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"id\": \"run 118\"", ", \"executedAt\": \"2026-01-02T03:04:05Z\""})
    void isTheSameWhenItIsToldAgain(String more) {
        Answered first = report("", more);
        Answered again = report("", more);
        assertThat(again.text("bypass")).isEqualTo(first.text("bypass"));
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    void isAnotherWithAnotherNumberButJoinsTheSameCase() {
        Answered first = report("", ", \"id\": \"run 1\"");
        Answered other = report("", ", \"id\": \"run 2\"");
        assertThat(reports()).isEqualTo(2);
        assertThat(other.text("bypass")).isEqualTo(first.text("bypass"));
    }

    @Test
    void isAnotherWhenItIsToldAgainMuchLater() {
        report("", "");
        stack.moveClock(Duration.ofMinutes(16));
        report("", "");
        assertThat(reports()).isEqualTo(2);
    }

    @Test
    void takesAMomentThatIsStillToComeForNow() {
        Instant before = clock.instant();
        report("", ", \"executedAt\": \"2099-01-01T00:00:00Z\"");
        assertThat(sql.sql("SELECT deployed_at FROM gate.deployment WHERE artifact = :sha")
                        .param("sha", sha)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBetween(before.minusMillis(1), clock.instant());
    }

    @Test
    void keepsOneCaseAndOneReportWhenManyTellItAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Answered>> all = IntStream.range(0, 24)
                    .<Callable<Answered>>mapToObj(
                            number -> () -> report("", ", \"id\": \"run %d\"".formatted(number % 4)))
                    .toList();
            var cases = threads.invokeAll(all).stream()
                    .map(told -> told.resultNow().text("bypass"))
                    .collect(Collectors.toSet());
            assertThat(cases).hasSize(1);
        }
        assertThat(reports()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE gate.deployment SET deviations = '[]'",
                "DELETE FROM gate.deployment",
                "DELETE FROM gate.bypass",
                "UPDATE gate.bypass SET artifact = 'another'"
            })
    void letsNobodyEditWhatWasTold(String edit) {
        assertThatThrownBy(() -> sql.sql(edit).update()).rootCause().hasMessageContaining("permission denied");
    }

    /** Approved, in its window, and a second key is turned. */
    private Change open() {
        Change change = road.approved(SYSTEM, sha);
        stack.moveClock(Duration.ofMinutes(10));
        keys.turn(change.id(), Road.BEN);
        assertThat(change.status()).isEqualTo(Status.APPROVED);
        return change;
    }

    private Answered report(String change, String more) {
        return pipeline.post("/api/gate/deployments", """
                {"change": "%s", "repository": "%s", "sha": "%s", "system": "%s"%s}
                """.formatted(change, repository, sha, SYSTEM, more));
    }

    private long reports() {
        return sql.sql("SELECT count(*) FROM gate.deployment WHERE artifact = :sha")
                .param("sha", sha)
                .query(Long.class)
                .single();
    }

    private List<String> journal(Change change) {
        return sql.sql("SELECT kind FROM journal.entry WHERE stream = :stream ORDER BY seq")
                .param("stream", change.id().stream())
                .query(String.class)
                .list();
    }

    private static List<String> codes(Answered answer) {
        return answer.body()
                .path("deviations")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }
}
