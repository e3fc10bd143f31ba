package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.changes.Change;
import dev.countersign.gate.Pipeline.Answered;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateIT {

    private static final String REPOSITORY = "storefront/basket-api";
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String EXECUTED = "1123456789abcdef0123456789abcdef01234567";
    private static final String LATER = "2123456789abcdef0123456789abcdef01234567";
    private static final String IN_REVIEW = "3123456789abcdef0123456789abcdef01234567";
    private static final String UNKNOWN = "f123456789abcdef0123456789abcdef01234567";

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    private final RealStack stack = RealStack.shared();
    private Pipeline pipeline;
    private String system;
    private String otherSystem;
    private Change approved;
    private Change executed;
    private Change later;
    private Change inReview;

    @BeforeAll
    void approveAFewChanges(@LocalServerPort int port) {
        pipeline = new Pipeline("http://localhost:" + port, stack);
        system = system(0);
        otherSystem = system(1);
        approved = road.approved(system, SHA);
        executed = road.approved(system, EXECUTED);
        stack.moveClock(Duration.ofMinutes(10));
        keys.turn(approved.id(), Road.BEN);
        later = road.approved(system, LATER);
        inReview = road.inReview(system, IN_REVIEW, false);
    }

    @AfterAll
    void hangUp() {
        pipeline.close();
    }

    @Test
    void allowsWhatWasApprovedForExactlyThis() {
        Answered answer = pipeline.ask(REPOSITORY, SHA, system, "production");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("decision")).isEqualTo("allow");
        assertThat(answer.text("change")).isEqualTo(approved.id().value());
        assertThat(answer.codes()).isEmpty();
        assertThat(Instant.parse(answer.text("validUntil")))
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(approved.window().end());
        assertThat(journal(approved)).contains("gate.allowed");
    }

    @Test
    void deniesBeforeTheWindowOpens() {
        Answered answer = pipeline.ask(REPOSITORY, LATER, system, "production");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.second-key-missing", "gate.window-not-open");
    }

    @Test
    void deniesACommitThatNoChangeNames() {
        Answered answer = pipeline.ask(REPOSITORY, UNKNOWN, system, "production");
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.no-change");
        assertThat(answer.body().path("change").isNull()).isTrue();
    }

    @Test
    void deniesTheSameCommitOfAnotherRepository() {
        assertThat(pipeline.ask("storefront/fork", SHA, system, "production").codes())
                .containsExactly("gate.no-change");
    }

    @Test
    void deniesAnotherSystemAndEnvironmentAndSaysBoth() {
        assertThat(pipeline.ask(REPOSITORY, SHA, otherSystem, "staging").codes())
                .containsExactly("gate.other-system", "gate.other-environment");
    }

    @Test
    void deniesWhatIsStillInReviewAndRecordsTheFirstDenyOnly() {
        Answered answer = pipeline.ask(REPOSITORY, IN_REVIEW, system, "production");
        pipeline.ask(REPOSITORY, IN_REVIEW, system, "production");
        assertThat(answer.codes()).containsExactly("gate.not-approved", "gate.reviews-missing", "gate.window-not-open");
        assertThat(answer.text("change")).isEqualTo(inReview.id().value());
        assertThat(journal(inReview)).containsOnlyOnce("gate.denied");
        assertThat(decisions(inReview)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void deniesAStatusThatSomebodyWroteWithoutVerdicts() {
        status(inReview, "APPROVED");
        try {
            assertThat(pipeline.ask(REPOSITORY, IN_REVIEW, system, "production").codes())
                    .contains("gate.reviews-missing")
                    .doesNotContain("gate.not-approved");
        } finally {
            status(inReview, "IN_REVIEW");
        }
    }

    @Test
    void takesTheReportOfADeploymentAndThenAllowsNoSecondOne() {
        String report = """
                {"change": "%s", "repository": "%s", "sha": "%s", "note": "run 118"}
                """.formatted(executed.id(), REPOSITORY, EXECUTED);
        Answered first = pipeline.post("/api/gate/deployments", report);
        Answered again = pipeline.post("/api/gate/deployments", report);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("status")).isEqualTo("baking");
        assertThat(again.text("executedAt")).isEqualTo(first.text("executedAt"));
        assertThat(pipeline.ask(REPOSITORY, EXECUTED, system, "production").codes())
                .containsExactly("gate.not-approved", "gate.second-key-missing");
    }

    @Test
    void refusesTheReportOfSomethingElse() {
        Answered answer = pipeline.post("/api/gate/deployments", """
                {"change": "%s", "repository": "%s", "sha": "%s"}
                """.formatted(approved.id(), REPOSITORY, UNKNOWN));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("gate.not-in-current-revision");
    }

    @ParameterizedTest
    @CsvSource({
        "not a repository, 0123456789abcdef0123456789abcdef01234567, production, gate.invalid-repository",
        "storefront/basket-api, 0123456, production, gate.invalid-sha",
        "storefront/basket-api, main, production, gate.invalid-sha",
        "storefront/basket-api, 0123456789abcdef0123456789abcdef01234567, moon, gate.invalid-environment",
    })
    void refusesAQuestionThatMakesNoSense(String repository, String sha, String environment, String code) {
        Answered answer = pipeline.ask(repository, sha, system, environment);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly(code);
    }

    @Test
    void refusesAnUnknownSystem() {
        Answered answer = pipeline.ask(REPOSITORY, SHA, "no-such-system", "production");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly("gate.invalid-system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"repository\": 1", "{\"allow\": true}", "{\"sha\": {\"a\": 1}}"})
    void refusesABodyThatCannotBeRead(String body) {
        Answered answer = pipeline.post("/api/gate/decisions", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("Expected to read the request's body, but ");
        assertThat(answer.text("decision")).isNotEqualTo("allow");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Answered answer = pipeline.post("/api/gate/decisions", "{\"repository\": \"" + "x".repeat(600_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void answersNobodyWithoutAToken() {
        Answered answer = pipeline.postAsNobody("/api/gate/decisions", "{}");
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE gate.decision SET decision = 'allow', reasons = '[]'",
                "DELETE FROM gate.decision",
                "TRUNCATE gate.decision"
            })
    void keepsItsDecisionsAsTheyWere(String edit) {
        pipeline.ask(REPOSITORY, UNKNOWN, system, "production");
        assertThatThrownBy(() -> sql.sql(edit).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void deniesWithAProblemWhileTheDatabaseIsDown() {
        stack.postgres().kill();
        Answered answer;
        try {
            answer = pipeline.ask(REPOSITORY, SHA, system, "production");
        } finally {
            bringBack();
        }
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.unavailable");
    }

    /** Keycloak holds on to its dead connections for a minute, and the tests after this one log in. */
    private void bringBack() {
        stack.postgres().start();
        stack.keycloak().kill();
        stack.keycloak().start();
    }

    private String system(int position) {
        return sql.sql("SELECT key FROM registry.system WHERE department = 'checkout' ORDER BY key LIMIT 2")
                .query(String.class)
                .list()
                .get(position);
    }

    private List<String> journal(Change change) {
        return sql.sql("SELECT kind FROM journal.entry WHERE stream = :stream ORDER BY seq")
                .param("stream", change.id().stream())
                .query(String.class)
                .list();
    }

    private long decisions(Change change) {
        return sql.sql("SELECT count(*) FROM gate.decision WHERE change_id = :change")
                .param("change", change.id().value())
                .query(Long.class)
                .single();
    }

    private void status(Change change, String status) {
        sql.sql("UPDATE changes.change SET status = :status WHERE id = :change")
                .param("status", status)
                .param("change", change.id().value())
                .update();
    }
}
