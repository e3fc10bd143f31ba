package dev.countersign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.Cast;
import dev.countersign.Personas;
import dev.countersign.changes.Authorship;
import dev.countersign.changes.Change;
import dev.countersign.changes.Commit;
import dev.countersign.changes.Commits;
import dev.countersign.changes.Holds;
import dev.countersign.gate.Pipeline.Answered;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
import org.springframework.transaction.support.TransactionTemplate;

@OnRealStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateIT {

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String EXECUTED = "1123456789abcdef0123456789abcdef01234567";
    private static final String LATER = "2123456789abcdef0123456789abcdef01234567";
    private static final String IN_REVIEW = "3123456789abcdef0123456789abcdef01234567";
    private static final String REWORDED = "4123456789abcdef0123456789abcdef01234567";
    private static final String EDITED = "5123456789abcdef0123456789abcdef01234567";
    private static final String REBASED = "6123456789abcdef0123456789abcdef01234567";
    private static final String FORGED = "7123456789abcdef0123456789abcdef01234567";
    private static final String HELD = "8123456789abcdef0123456789abcdef01234567";
    private static final String HELD_LATE = "a123456789abcdef0123456789abcdef01234567";
    private static final String TOLD_LATE = "b123456789abcdef0123456789abcdef01234567";
    private static final String UNKNOWN = "f123456789abcdef0123456789abcdef01234567";

    @Autowired
    private Road road;

    @Autowired
    private SecondKeys keys;

    @Autowired
    private Holds holds;

    @Autowired
    private Commits commits;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Clock clock;

    private final RealStack stack = RealStack.shared();
    private Pipeline pipeline;
    private String repository;
    private String system;
    private String otherSystem;
    private Change approved;
    private Change executed;
    private Change later;
    private Change inReview;
    private Change reworded;
    private Change forged;
    private Change heldOnce;
    private Change heldLate;
    private Change toldLate;

    @BeforeAll
    void approveAFewChanges(@LocalServerPort int port) {
        pipeline = new Pipeline("http://localhost:" + port, stack);
        system = system(0);
        repository = road.repository(system);
        otherSystem = system(1);
        approved = road.approved(system, SHA);
        executed = road.approved(system, EXECUTED);
        reworded = road.approved(system, REWORDED);
        forged = road.approved(system, FORGED);
        Change edited = road.approved(system, EDITED);
        heldOnce = road.approved(system, HELD);
        heldLate = road.approved(system, HELD_LATE);
        toldLate = road.approved(system, TOLD_LATE);
        stack.moveClock(Duration.ofMinutes(10));
        keys.turn(approved.id(), Road.BEN);
        keys.turn(executed.id(), Road.BEN);
        keys.turn(reworded.id(), Road.BEN);
        keys.turn(heldOnce.id(), Road.BEN);
        keys.turn(heldLate.id(), Road.BEN);
        keys.turn(toldLate.id(), Personas.CHLOE);
        reworded = road.edited(reworded, "why", "Baskets time out at peak load.");
        road.edited(edited, "commits", List.of(REBASED));
        later = road.approved(system, LATER);
        inReview = road.inReview(system, IN_REVIEW, false);
    }

    @AfterAll
    void hangUp() {
        pipeline.close();
    }

    @Test
    void allowsWhatWasApprovedForExactlyThis() {
        Answered answer = pipeline.ask(repository, SHA, system, "production");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("decision")).isEqualTo("allow");
        assertThat(answer.text("change")).isEqualTo(approved.id().value());
        assertThat(answer.codes()).isEmpty();
        assertThat(Instant.parse(answer.text("validUntil")))
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(journal(approved)).contains("gate.allowed");
    }

    @Test
    void answersWhatIsSpelledInAnotherWayAndRepeatsItInItsOneForm() {
        Answered answer = pipeline.ask(
                "https://forge.example/%s.git".formatted(repository.toUpperCase(Locale.ROOT)),
                SHA.toUpperCase(Locale.ROOT),
                system.toUpperCase(Locale.ROOT),
                "Production ");
        assertThat(answer.text("decision")).isEqualTo("allow");
        assertThat(answer.body().path("question").toString())
                .isEqualTo(
                        "{\"repository\":\"%s\",\"artifact\":\"%s\",\"system\":\"%s\",\"environment\":\"production\"}"
                                .formatted(repository, SHA, system));
        Answered unclear = pipeline.ask(repository.toUpperCase(Locale.ROOT), "main", system, "production");
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.body().path("question").toString())
                .isEqualTo("{\"repository\":\"%s\",\"artifact\":null,\"system\":\"%s\",\"environment\":\"production\"}"
                        .formatted(repository, system));
    }

    @Test
    void deniesBeforeTheWindowOpens() {
        Answered answer = pipeline.ask(repository, LATER, system, "production");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.second-key-missing", "gate.window-not-open");
    }

    @Test
    void deniesACommitThatNoChangeNames() {
        Answered answer = pipeline.ask(repository, UNKNOWN, system, "production");
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.no-change");
        assertThat(answer.body().path("change").isNull()).isTrue();
    }

    @Test
    void allowsWhatWasOnlyRewordedSince() {
        assertThat(reworded.revision().number()).isEqualTo(2);
        assertThat(checkedRevisions(reworded)).containsExactly(1);
        Answered answer = pipeline.ask(repository, REWORDED, system, "production");
        assertThat(answer.codes()).isEmpty();
        assertThat(answer.text("decision")).isEqualTo("allow");
    }

    @Test
    void deniesWhatOnlyARowCallsTheSameInOtherWords() {
        forgeASecondRevision(forged);
        assertThat(pipeline.ask(repository, FORGED, system, "production").codes())
                .contains("gate.reviews-missing", "gate.content-changed", "gate.checks-missing");
    }

    @Test
    void deniesACommitThatWasRebasedAfterTheApprovalAndNamesWhatWasEdited() {
        Answered answer = pipeline.ask(repository, REBASED, system, "production");
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).contains("gate.reviews-missing", "gate.content-changed");
        assertThat(answer.body().path("reasons").valueStream())
                .filteredOn(reason -> reason.path("code").asString().equals("gate.content-changed"))
                .extracting(reason -> reason.path("actual").asString())
                .containsExactly("revision 2 edits Commits");
        assertThat(pipeline.ask(repository, EDITED, system, "production").codes())
                .contains("gate.not-in-current-revision");
    }

    @Test
    void deniesTheSameCommitOfAnotherRepository() {
        assertThat(pipeline.ask("storefront/fork", SHA, system, "production").codes())
                .containsExactly("gate.no-change");
    }

    @Test
    void deniesAnotherSystemAndEnvironmentAndSaysBoth() {
        assertThat(pipeline.ask(repository, SHA, otherSystem, "staging").codes())
                .containsExactly("gate.other-system", "gate.other-environment");
    }

    @Test
    void deniesWhatIsStillInReviewAndRecordsTheFirstDenyOnly() {
        Answered answer = pipeline.ask(repository, IN_REVIEW, system, "production");
        pipeline.ask(repository, IN_REVIEW, system, "production");
        assertThat(answer.codes()).containsExactly("gate.not-approved", "gate.reviews-missing", "gate.window-not-open");
        assertThat(answer.text("change")).isEqualTo(inReview.id().value());
        assertThat(journal(inReview)).containsOnlyOnce("gate.denied");
        assertThat(decisions(inReview)).isGreaterThanOrEqualTo(2);
    }

    /** Another text is another story: that it was asked about too early belongs on the record as well. */
    @Test
    void recordsTheFirstDenyOfEachText() {
        String sha = "7".repeat(40);
        Change change = road.inReview(system, sha, false);
        pipeline.ask(repository, sha, system, "production");
        road.edited(change, "alarms", "basket-4xx");
        pipeline.ask(repository, sha, system, "production");
        pipeline.ask(repository, sha, system, "production");
        assertThat(journal(change)).filteredOn("gate.denied"::equals).hasSize(2);
    }

    @Test
    void deniesAStatusThatSomebodyWroteWithoutVerdicts() {
        status(inReview, "APPROVED");
        try {
            assertThat(pipeline.ask(repository, IN_REVIEW, system, "production").codes())
                    .contains("gate.reviews-missing")
                    .doesNotContain("gate.not-approved");
        } finally {
            status(inReview, "IN_REVIEW");
        }
    }

    @Test
    void deniesWhatSomebodyHoldsUntilBothSidesLetItGoOn() {
        holds.hold(heldOnce.id(), Personas.INES, "The alarm is silent.");
        assertThat(pipeline.ask(repository, HELD, system, "production").codes()).containsExactly("gate.held");
        holds.release(heldOnce.id(), Road.ADA);
        assertThat(pipeline.ask(repository, HELD, system, "production").codes()).containsExactly("gate.held");
        holds.release(heldOnce.id(), Personas.INES);
        assertThat(pipeline.ask(repository, HELD, system, "production").text("decision"))
                .isEqualTo("allow");
    }

    /** It is judged before the hold is there, and the allow is written after. */
    @Test
    void deniesWhatSomebodyHoldsInThatMoment() {
        CompletableFuture<Answered> answer = transactions.execute(status -> {
            holds.hold(heldLate.id(), Personas.INES, "The alarm is silent.");
            var asked = CompletableFuture.supplyAsync(() -> pipeline.ask(repository, HELD_LATE, system, "production"));
            Cast.await("the gate waits to write its allow").until(this::somebodyWaitsForTheChange);
            return asked;
        });
        assertThat(answer.join().codes()).containsExactly("gate.held");
        assertThat(journal(heldLate)).contains("gate.denied").doesNotContain("gate.allowed");
    }

    /** It is judged before anybody knows, and the allow is written after. */
    @Test
    void deniesWhatAnApproverTurnsOutToHaveWrittenInThatMoment() {
        CompletableFuture<Answered> answer = transactions.execute(status -> {
            var ben = new Commit.Hand(Authorship.Part.CODE_AUTHOR, "ben");
            commits.tell(new Commit(repository, TOLD_LATE, List.of(ben)), Road.ADA);
            var asked = CompletableFuture.supplyAsync(() -> pipeline.ask(repository, TOLD_LATE, system, "production"));
            Cast.await("the gate waits to write its allow").until(this::somebodyWaitsForTheChange);
            return asked;
        });
        assertThat(answer.join().codes()).containsExactly("gate.change-moved");
        assertThat(pipeline.ask(repository, TOLD_LATE, system, "production").codes())
                .contains("gate.approved-by-author");
        assertThat(journal(toldLate)).doesNotContain("gate.allowed");
    }

    /** A train of releases: one commit of a shared repository, and a change for each of its systems. */
    @Test
    void allowsWhatIsApprovedHoweverManyOtherChangesNameTheSameCommit() {
        List<String> others = copies(approved, 25);
        try {
            assertThat(pipeline.ask(repository, SHA, system, "production").text("change"))
                    .isEqualTo(approved.id().value());
        } finally {
            others.forEach(id -> status(id, "WITHDRAWN"));
        }
    }

    private boolean somebodyWaitsForTheChange() {
        return sql.sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE OF c%' AND pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Test
    void takesTheReportOfADeploymentAndThenAllowsNoSecondOne() {
        String report = """
                {"change": "%s", "repository": "%s", "sha": "%s", "note": "run 118"}
                """.formatted(executed.id(), repository, EXECUTED);
        Answered first = pipeline.post("/api/gate/deployments", report);
        Answered again = pipeline.post("/api/gate/deployments", report);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("status")).isEqualTo("baking");
        assertThat(again.text("executedAt")).isEqualTo(first.text("executedAt"));
        assertThat(pipeline.ask(repository, EXECUTED, system, "production").codes())
                .containsExactly("gate.not-approved");
    }

    @Test
    void keepsTheReportOfSomethingElseAndNamesWhatIsWrong() {
        Answered answer = pipeline.post("/api/gate/deployments", """
                {"change": "%s", "repository": "%s", "sha": "%s"}
                """.formatted(approved.id(), repository, UNKNOWN));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("deviations").toString()).contains("gate.not-in-current-revision");
        assertThat(answer.text("status")).isEqualTo("approved");
    }

    @ParameterizedTest
    @CsvSource({
        "not a repository, 0123456789abcdef0123456789abcdef01234567, production, gate.invalid-repository",
        "storefront/basket-api, 0123456, production, gate.invalid-sha",
        "storefront/basket-api, main, production, gate.invalid-sha",
        "storefront/basket-api, v1.4.2, production, gate.invalid-sha",
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
        Answered answer = pipeline.ask(repository, SHA, "no-such-system", "production");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly("gate.invalid-system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"repository\": 1", "{\"allow\": true}", "{\"sha\": {\"a\": 1}}"})
    void refusesABodyThatCannotBeRead(String body) {
        Answered answer = pipeline.post("/api/gate/decisions", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("The request's body can't be read: ");
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("unreadable-body");
    }

    /** Another reader of the same text might take the other value for what was allowed. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/gate/decisions", "/api/gate/commits", "/api/gate/deployments"})
    void refusesAFieldThatIsThereTwice(String path) {
        Answered answer = pipeline.post(path, """
                {"repository": "%s", "sha": "%s", "sha": "%s", "system": "%s", "environment": "production"}
                """.formatted(repository, UNKNOWN, SHA, system));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("repeated-field");
        assertThat(answer.text("detail")).contains("is there again before line 1, column ");
        assertThat(answer.text("decision")).isEqualTo(path.endsWith("/decisions") ? "deny" : "");
    }

    @Test
    void saysNoToWhatIsNotEvenLookedAt() {
        assertThat(pipeline.postAs("text/plain", "/api/gate/decisions", "may it go?"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(415))
                .satisfies(GateIT::isDenied);
        assertThat(pipeline.get("/api/gate/decisions"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(405))
                .satisfies(GateIT::isDenied);
    }

    private static void isDenied(Answered answer) {
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly(answer.text("code"));
        assertThat(answer.text("wayOut")).isNotBlank();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Answered answer = pipeline.post("/api/gate/decisions", "{\"repository\": \"" + "x".repeat(600_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        isDenied(answer);
    }

    @Test
    void answersNobodyWithoutAToken() {
        Answered answer = pipeline.postAsNobody("/api/gate/decisions", "{}");
        assertThat(answer.status()).isEqualTo(401);
        isDenied(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE gate.decision SET decision = 'allow', reasons = '[]'",
                "DELETE FROM gate.decision",
                "TRUNCATE gate.decision"
            })
    void keepsItsDecisionsAsTheyWere(String edit) {
        pipeline.ask(repository, UNKNOWN, system, "production");
        assertThatThrownBy(() -> sql.sql(edit).update()).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void keepsItsReasonsAsTheAnswerSaidThem() {
        Answered answer = pipeline.ask(repository, UNKNOWN, system, "production");
        assertThat(sql.sql("""
                        SELECT reasons -> 0 ->> 'actual' FROM gate.decision WHERE artifact = :unknown ORDER BY id DESC LIMIT 1
                        """).param("unknown", UNKNOWN).query(String.class).single())
                .isEqualTo(answer.body().path("reasons").path(0).path("actual").asString());
    }

    /** A frozen database keeps every connection open and answers none. */
    @Test
    void deniesWithinThreeSecondsWhileTheDatabaseHangs() {
        pipeline.ask(repository, SHA, system, "production");
        stack.postgres().freeze();
        try {
            for (int question = 0; question < 3; question++) {
                long start = System.nanoTime();
                Answered answer = pipeline.ask(repository, SHA, system, "production");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.text("decision")).isEqualTo("deny");
            }
        } finally {
            stack.postgres().thaw();
        }
        Cast.await("the gate answers again")
                .until(() -> pipeline.ask(repository, SHA, system, "production").status() == 200);
    }

    @Test
    void deniesWithAProblemWhileTheDatabaseIsDown() {
        stack.postgres().kill();
        Answered answer;
        try {
            answer = pipeline.ask(repository, SHA, system, "production");
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

    private List<Integer> checkedRevisions(Change change) {
        return sql.sql("SELECT revision FROM compliance.check_run WHERE change_id = :change")
                .param("change", change.id().value())
                .query(Integer.class)
                .list();
    }

    /** As the application's role could: other steps under the material hash of the approved text. */
    private void forgeASecondRevision(Change change) {
        for (String statement : List.of("""
                INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                SELECT change_id, 2, jsonb_set(document, '{bakeMinutes}', '61'), sha256('forged'), author, at
                FROM changes.revision WHERE change_id = :change""", """
                INSERT INTO changes.material (change_id, revision, hash, fields, since, edited_in)
                SELECT change_id, 2, hash, fields, 1, 'APPROVED' FROM changes.material WHERE change_id = :change""", """
                INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                SELECT change_id, 2, repository, artifact, environment FROM changes.target WHERE change_id = :change""", "UPDATE changes.change SET revision = 2 WHERE id = :change")) {
            sql.sql(statement).param("change", change.id().value()).update();
        }
    }

    /** Newer ones, approved for another system; numbered as all are, for lists show the highest number first. */
    private List<String> copies(Change change, int many) {
        return sql
                .sql("SELECT 'CHG-' || lpad(nextval('changes.number')::text, 6, '0') FROM generate_series(1, :many)")
                .param("many", many)
                .query(String.class)
                .list()
                .stream()
                .peek(id -> List.of("""
                        INSERT INTO changes.change SELECT (jsonb_populate_record(c, jsonb_build_object(
                          'id', :id, 'form', gen_random_uuid(), 'systems', jsonb_build_array(:other)))).*
                        FROM changes.change c WHERE c.id = :change""", """
                        INSERT INTO changes.revision (change_id, number, document, hash, author, at)
                        SELECT :id, number, jsonb_set(document, '{systems}', jsonb_build_array(:other)), hash, author, at
                        FROM changes.revision WHERE change_id = :change""", """
                        INSERT INTO changes.target (change_id, revision, repository, artifact, environment)
                        SELECT :id, revision, repository, artifact, environment
                        FROM changes.target WHERE change_id = :change""")
                        .forEach(statement -> sql.sql(statement)
                                .param("id", id)
                                .param("other", otherSystem)
                                .param("change", change.id().value())
                                .update()))
                .toList();
    }

    private long decisions(Change change) {
        return sql.sql("SELECT count(*) FROM gate.decision WHERE change_id = :change")
                .param("change", change.id().value())
                .query(Long.class)
                .single();
    }

    private void status(Change change, String status) {
        status(change.id().value(), status);
    }

    private void status(String change, String status) {
        sql.sql("UPDATE changes.change SET status = :status WHERE id = :change")
                .param("status", status)
                .param("change", change)
                .update();
    }
}
