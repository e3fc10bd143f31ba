package dev.countersign.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Told;
import dev.countersign.gate.Pipeline;
import dev.countersign.identity.People;
import dev.countersign.identity.PersonId;
import dev.countersign.journeys.KeycloakAdmin;
import dev.countersign.local.RealStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody is disabled or loses a role at Keycloak between a page and its form, or Keycloak is away. */
@OnFragileStack
@TestMethodOrder(OrderAnnotation.class)
class StillThereIT {

    /** Tomcat's word for a request that nobody answered; it comes with a stack trace. */
    @RegisterExtension
    final Told server = Told.by("org.apache.catalina.core.ContainerBase.[Tomcat].[localhost].[/].[dispatcherServlet]");

    private static final Duration MORE_THAN_ALLOWED = Duration.ofSeconds(6);

    @LocalServerPort
    int port;

    @Autowired
    People people;

    private final RealStack stack = RealStack.fragile();
    private final KeycloakAdmin keycloak = new KeycloakAdmin(stack);

    @Test
    void refusesTheNextFormOfAnAccountThatIsDisabled() throws IOException {
        keycloak.addAccount("olga", "olga", "engineer");
        Clerk olga = clerk("olga");
        var form = olga.open("/changes/new");
        keycloak.disable("olga");
        stack.moveClockOfApplications(MORE_THAN_ALLOWED);
        var answer = save(olga, form, "Typed by somebody who was let go");
        assertThat(Clerk.asksForPassword(answer)).isTrue();
        assertThat(Clerk.asksForPassword(olga.look("/changes"))).isTrue();
        assertThat(drafts("Typed by somebody who was let go")).isEmpty();
    }

    @Test
    void endsReadingForAnAccountThatIsDisabled() throws IOException {
        keycloak.addAccount("rosa", "rosa", "engineer");
        Clerk rosa = clerk("rosa");
        assertThat(rosa.open("/changes").body()).contains("rosa Test");
        keycloak.disable("rosa");
        stack.moveClockOfApplications(MORE_THAN_ALLOWED);
        assertThat(Clerk.asksForPassword(rosa.look("/changes"))).isTrue();
    }

    @Test
    void refusesTheNextFormOfSomebodyWhoLostTheRole() throws IOException {
        keycloak.addAccount("petra", "petra", "engineer");
        Clerk petra = clerk("petra");
        var form = petra.open("/changes/new");
        keycloak.removeRole("petra", "engineer");
        stack.moveClockOfApplications(MORE_THAN_ALLOWED);
        assertThat(save(petra, form, "Typed without the role").statusCode()).isEqualTo(403);
        assertThat(drafts("Typed without the role")).isEmpty();
        assertThat(people.get(new PersonId("petra")).roles()).isEmpty();
    }

    /** Somebody else guesses a password: whoever is logged in works on, and three slips of a hand lock nobody out. */
    @Test
    void letsNobodysGuessesEndASession() throws IOException {
        keycloak.addAccount("tilda", "tilda", "engineer");
        Clerk tilda = clerk("tilda");
        var form = tilda.open("/changes/new");
        Clerk guesser = clerk("tilda");
        var page = guesser.look("/changes");
        for (int i = 0; i < 3; i++) {
            page = guesser.tryPassword(page, "slip");
        }
        assertThat(Clerk.asksForPassword(clerk("tilda").open("/changes"))).isFalse();
        for (int i = 0; i < 14; i++) {
            page = guesser.tryPassword(page, "guess " + i);
        }
        assertThat(Clerk.asksForPassword(guesser.tryPassword(page, "tilda"))).isTrue();

        stack.moveClockOfApplications(MORE_THAN_ALLOWED);

        assertThat(save(tilda, form, "Typed while somebody guessed").body()).contains("Your draft is saved");
        assertThat(people.get(new PersonId("tilda")).roles()).isNotEmpty();
    }

    @Test
    void letsSomebodyLogInSeveralTimesAtOnce() throws Exception {
        keycloak.addAccount("vera", "vera", "engineer");
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> logIn = () -> Clerk.asksForPassword(clerk("vera").open("/changes"));
            var pages = threads.invokeAll(Collections.nCopies(8, logIn));
            for (var page : pages) {
                assertThat(page.get()).isFalse();
            }
        }
    }

    @Test
    void endsAnotherSessionOfOnesOwnAtOnce() throws IOException {
        keycloak.addAccount("ursula", "ursula", "engineer");
        Clerk here = clerk("ursula");
        Clerk left = clerk("ursula");
        left.open("/changes");
        var sessions = here.open("/identity/sessions");
        assertThat(sessions.body()).contains("this one", "A browser on an unknown system", "127.0.0.1");
        var other = Pattern.compile("action=\"(/identity/sessions/[0-9a-f-]+/end)\"")
                .matcher(sessions.body());
        assertThat(other.find()).isTrue();
        assertThat(Clerk.asksForPassword(clerk("ada").open("/changes"))).isFalse();
        var stolen = clerk("ada");
        assertThat(stolen.send(other.group(1), stolen.open("/identity/sessions"), Map.of())
                        .statusCode())
                .isEqualTo(404);

        var answer = here.send(other.group(1), sessions, Map.of());

        assertThat(answer.body()).contains("That browser has to log in with its password again.");
        assertThat(Clerk.asksForPassword(left.look("/changes"))).isTrue();
        assertThat(Clerk.asksForPassword(here.look("/changes"))).isFalse();

        Clerk leftAgain = clerk("ursula");
        leftAgain.open("/changes");
        var rest = here.send("/identity/sessions/others/end", here.open("/identity/settings"), Map.of());

        assertThat(rest.body()).contains("You are logged out in one other browser.");
        assertThat(Clerk.asksForPassword(leftAgain.look("/changes"))).isTrue();
        assertThat(Clerk.asksForPassword(here.look("/changes"))).isFalse();
    }

    @Test
    void letsPeopleReadButChangeNothingWhileKeycloakIsAway() throws IOException {
        Clerk ada = clerk("ada");
        var form = ada.open("/changes/new");
        stack.keycloak().kill();
        try {
            stack.moveClockOfApplications(MORE_THAN_ALLOWED);
            var answer = save(ada, form, "Typed while Keycloak was away");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(
                            "The identity provider gives no answer",
                            "Nothing was submitted",
                            "Typed while Keycloak was away");
            assertThat(drafts("Typed while Keycloak was away")).isEmpty();
            assertThat(ada.look("/changes").body()).contains("Ada Okafor");
        } finally {
            stack.keycloak().start();
        }
        var again = ada.look("/changes/new");
        assertThat(save(ada, again, "Typed when it was back").body()).contains("Your draft is saved");
    }

    /** Frozen in the middle of an answer, it neither answers nor ends; nobody waits for it longer than five seconds. */
    @Test
    void saysWithinFiveSecondsThatTheDatabaseHangs() throws IOException {
        Clerk ada = clerk("ada");
        assertThat(ada.open("/changes").statusCode()).isEqualTo(200);
        stack.postgres().freeze();
        try {
            for (int look = 0; look < 3; look++) {
                long start = System.nanoTime();
                var answer = ada.look("/changes");
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        } finally {
            stack.postgres().thaw();
        }
        Cast.await("the database is back").until(() -> ada.look("/changes").statusCode() == 200);
        assertThat(server.lines()).isEmpty();
    }

    /** As a standby does, or a server on which somebody works. */
    @Test
    void saysThatTheDatabaseKeepsNothingAndDeniesMeanwhile() throws Exception {
        Clerk ada = clerk("ada");
        var form = ada.open("/changes/new");
        try (var admin = stack.asAdmin();
                var pipeline = new Pipeline("http://localhost:" + port, stack)) {
            ask(pipeline);
            keepNothing(admin, true);
            try {
                Cast.await("it keeps nothing").until(() -> ada.look("/changes").statusCode() == 503);
                var answer = save(ada, form, "Typed while nothing was kept");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("The database saves nothing at the moment");
                denies(pipeline);
            } finally {
                keepNothing(admin, false);
            }
            Cast.await("it keeps again").until(() -> ada.look("/changes").statusCode() == 200);
        }
        assertThat(drafts("Typed while nothing was kept")).isEmpty();
    }

    /** What PostgreSQL says when its disk is full, where a decision and a draft would be kept. */
    @Test
    void saysThatTheDatabaseIsFullAndDeniesMeanwhile() throws Exception {
        Clerk ada = clerk("ada");
        var form = ada.open("/changes/new");
        try (var owner = stack.asOwner();
                var statement = owner.createStatement();
                var pipeline = new Pipeline("http://localhost:" + port, stack)) {
            ask(pipeline);
            statement.execute("""
                    CREATE FUNCTION gate.full_disk() RETURNS trigger LANGUAGE plpgsql AS
                    $$BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END$$
                    """);
            statement.execute(
                    "CREATE TRIGGER full_disk BEFORE INSERT ON gate.decision EXECUTE FUNCTION gate.full_disk()");
            statement.execute(
                    "CREATE TRIGGER full_disk BEFORE INSERT ON changes.change EXECUTE FUNCTION gate.full_disk()");
            try {
                denies(pipeline);
                var answer = save(ada, form, "Typed while there was no room");
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("The database has no room or no connection left");
            } finally {
                statement.execute("DROP FUNCTION gate.full_disk() CASCADE");
            }
        }
        assertThat(drafts("Typed while there was no room")).isEmpty();
    }

    private static void keepNothing(Connection admin, boolean so) throws SQLException {
        try (var statement = admin.createStatement()) {
            // Whoever set it must be able to take it back.
            statement.execute("SET default_transaction_read_only = off");
            statement.execute("ALTER SYSTEM SET default_transaction_read_only = " + (so ? "on" : "off"));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private static Pipeline.Answered ask(Pipeline pipeline) {
        return pipeline.ask("storefront/order-capture", "0".repeat(40), "order-capture-api", "production");
    }

    private static void denies(Pipeline pipeline) {
        long start = System.nanoTime();
        var answer = ask(pipeline);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("decision")).isEqualTo("deny");
        assertThat(answer.codes()).containsExactly("gate.unavailable");
    }

    /** The last: Keycloak, whose data lie there too, stumbles over each connection that it had. */
    @Test
    @Order(Integer.MAX_VALUE)
    void saysInWordsThatTheDatabaseIsAwayAndKnowsEverybodyAfterwards() throws IOException {
        Clerk ada = clerk("ada");
        assertThat(ada.open("/changes").body()).contains("Ada Okafor");
        stack.postgres().kill();
        try {
            var answer = ada.look("/changes");
            assertThat(answer.statusCode()).isEqualTo(503);
            // Keycloak's accounts lie there as well: whoever is asked first is the one that is missed.
            assertThat(answer.body())
                    .containsAnyOf("The database gives no answer", "The identity provider gives no answer");
        } finally {
            stack.postgres().start();
        }
        Cast.await("the database is back").until(() -> ada.look("/changes").statusCode() == 200);
        assertThat(ada.look("/changes").body()).contains("Ada Okafor");
    }

    private Clerk clerk(String name) {
        return new Clerk(name, () -> URI.create("http://localhost:" + port));
    }

    private static HttpResponse<String> save(Clerk clerk, HttpResponse<String> form, String title) throws IOException {
        var draft = Map.of("title", title, "_form", Clerk.hidden(form, "_form"), "_do", "draft");
        return clerk.send("/changes/new", form, draft);
    }

    private List<String> drafts(String title) {
        try (var app = stack.asApp();
                var query = app.prepareStatement("SELECT id FROM changes.change WHERE title = ?")) {
            query.setString(1, title);
            var found = new ArrayList<String>();
            for (var rows = query.executeQuery(); rows.next(); ) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
