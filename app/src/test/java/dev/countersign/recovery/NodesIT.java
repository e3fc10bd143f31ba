package dev.countersign.recovery;

import static dev.countersign.Personas.ADA;
import static dev.countersign.Personas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.changes.ChangeId;
import dev.countersign.engine.UserTask;
import dev.countersign.journeys.KeycloakAdmin;
import dev.countersign.local.AppProcess;
import dev.countersign.local.OnBroker;
import dev.countersign.local.RealStack;
import dev.countersign.policy.TwoPairsOfEyes;
import dev.countersign.reviews.Calls;
import dev.countersign.reviews.Verdict;
import dev.countersign.reviews.Verdicts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes of the application on one database: it does not matter which of them answers. */
@OnBroker
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NodesIT {

    private static final String BACK_CHANNEL = "/logout/connect/back-channel/keycloak";
    private static final String TITLE = "Typed at a node that died";

    /** That node asks Keycloak again by itself far too late, so that a log-out can only come by the back channel; it looks at deadlines often. */
    private static final Map<String, String> TRUSTING =
            Map.of("countersign.identity.check-within", "PT12H", "countersign.engine.deadlines-every", "1s");

    /** A few hundred; -Dcountersign.race=10000 on the command line asks for more. */
    private static final int DECISIONS = Integer.getInteger("countersign.race", 240);

    private static final int PRESSES = 5;

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient sql;

    private final KeycloakAdmin keycloak = new KeycloakAdmin(RealStack.fragile());
    private AppProcess one;
    private URI other;
    private URI asked;

    @BeforeAll
    void start(@LocalServerPort int port) {
        one = RealStack.fragile().startApp(TRUSTING);
        other = URI.create("http://localhost:" + port);
        asked = one.address();
        keycloak.addAccount("nadia", "nadia", "engineer");
    }

    @AfterAll
    void stop() {
        keycloak.tellLogOutsTo(other.resolve(BACK_CHANNEL));
        one.close();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void goesOnAtTheOtherNodeWhenTheFirstIsKilled() throws IOException {
        asked = one.address();
        Clerk ada = new Clerk("ada", () -> asked);
        var form = ada.open("/changes/new");
        assertThat(form.body()).contains("Ada Okafor");
        one.kill();
        asked = other;

        var draft = Map.of("title", TITLE, "_form", Clerk.hidden(form, "_form"), "_do", "draft");
        var kept = ada.send("/changes/new", form, draft);
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("Your draft is saved", TITLE, "Ada Okafor");
    }

    /** The broker's timers are dead; they wake up when both nodes are through. */
    @Test
    void callsPeopleOnceThoughBothNodesSeeThatItIsTime() {
        Cast cast = Cast.in(beans);
        ChangeId id = cast.inReview(ADA, cast.document());
        Duration all = Duration.ofHours(33);
        RealStack.fragile().moveClockOfApplications(all);
        Instant due = Instant.now();
        Cast.await("a node takes each step of " + id).until(() -> recorded(id) >= 4);
        assertThat(Duration.between(due, Instant.now())).isLessThan(Duration.ofMinutes(1));
        beans.getBean(Calls.class).makeDue(id);
        RealStack.fragile().moveClockOfBroker(all);
        cast.passed(id, "call-for-review");
        assertThat(recorded(id)).isEqualTo(4);
    }

    private long recorded(ChangeId id) {
        return sql.sql("SELECT count(*) FROM journal.entry WHERE stream = :stream AND kind = 'reviews.called'")
                .param("stream", id.stream())
                .query(Long.class)
                .single();
    }

    @Test
    void hearsALogOutAtTheNodeThatDidNotLogIn() throws IOException {
        asked = one.address();
        Clerk nadia = new Clerk("nadia", () -> asked);
        assertThat(nadia.open("/changes").body()).contains("nadia Test");
        keycloak.tellLogOutsTo(other.resolve(BACK_CHANNEL));
        keycloak.logOut("nadia");
        assertThat(Clerk.asksForPassword(nadia.look("/changes"))).isTrue();
        asked = other;
        assertThat(Clerk.asksForPassword(nadia.look("/changes"))).isTrue();
    }

    @Test
    void endsNothingForATokenThatIsNotKeycloaksOwnNewWord() throws Exception {
        asked = one.address();
        Clerk nadia = new Clerk("nadia", () -> asked);
        try (var tokens = new LogOutTokens()) {
            keycloak.tellLogOutsTo(tokens.address());
            nadia.open("/changes");
            keycloak.logOut("nadia");
            String token = tokens.next();

            String forged = token.substring(0, token.lastIndexOf('.') + 1)
                    + new StringBuilder(token.substring(token.lastIndexOf('.') + 1)).reverse();
            assertThat(tell(nadia, forged).statusCode()).isEqualTo(400);
            assertThat(tell(nadia, keycloak.tokenWithoutRole()).statusCode()).isEqualTo(400);
            assertThat(tell(nadia, "no token").statusCode()).isEqualTo(400);
            assertThat(nadia.look("/changes").body()).contains("nadia Test");

            assertThat(tell(nadia, token).statusCode()).isEqualTo(200);
            assertThat(Clerk.asksForPassword(nadia.look("/changes"))).isTrue();
            assertThat(tell(nadia, token).statusCode()).as("heard again").isEqualTo(400);
        }
    }

    /** Chloe has two accounts, Ben wrote it, and Elena reviews nothing. */
    @Test
    void countsEachPersonOnceHoweverManyDecisionsRace() throws Exception {
        keycloak.addAccount("chloe-at-night", "chloe", "reviewer");
        keycloak.addAccount("rosa", "rosa", "reviewer");
        long seed = System.nanoTime();
        List<String> people = List.of("ben", "chloe", "chloe-at-night", "dmitri", "rosa", "elena");
        var race = new Race(people, List.of(one.address(), other), seed);
        Cast cast = Cast.in(beans);
        try (var _ = TwoPairsOfEyes.inForce(beans)) {
            while (race.posts() < DECISIONS) {
                ChangeId id = cast.submitted(BEN, cast.tierOneDocument());
                List<UserTask> seats = cast.seats(id, 2);
                race.run(seats.stream().map(UserTask::id).toList(), cast.read(seats.getFirst()), PRESSES);
                wasApprovedByTwo(id, seed);
            }
        }
        System.out.printf("Race %d: %d decisions at two nodes%n", seed, race.posts());
    }

    private void wasApprovedByTwo(ChangeId id, long seed) {
        var given = beans.getBean(Verdicts.class).of(id);
        assertThat(given).as("%s, seed %d", id, seed).hasSize(2).allMatch(Verdict::approves);
        assertThat(given)
                .extracting(verdict -> verdict.person().value())
                .doesNotHaveDuplicates()
                .isSubsetOf("chloe", "dmitri", "rosa");
        assertThat(given).extracting(Verdict::slot).containsExactlyInAnyOrder(1, 2);
        assertThat(count(
                        "SELECT count(*) FROM journal.entry WHERE kind = 'reviews.verdict-given' AND stream = 'change/' || :id",
                        id))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM changes.duty WHERE change_id = :id AND duty = 'REVIEWER'", id))
                .isEqualTo(2);
        assertThat(count("""
                        SELECT count(*) FROM engine.outbox
                        WHERE kind = 'CompleteTask' AND payload->>'task' IN (SELECT id::text FROM engine.user_task WHERE subject = :id)
                        """, id)).isEqualTo(2);
    }

    private long count(String query, ChangeId id) {
        return sql.sql(query).param("id", id.value()).query(Long.class).single();
    }

    private HttpResponse<String> tell(Clerk clerk, String token) throws IOException {
        return clerk.post(URI.create(other + BACK_CHANNEL), Map.of("logout_token", token));
    }
}
