package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
class ApiTests {

    static final TokenIssuer ISSUER = new TokenIssuer();

    private static final String TOLD = "\"told\":\"no\"";

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::keysAddress);
    }

    @LocalServerPort
    int port;

    Browser pipeline;

    @BeforeEach
    void open() {
        pipeline = new Browser(port);
    }

    @Test
    void answersAPersonWithTheRole() {
        var answer =
                ask(ISSUER.token("gate-bot", List.of("gate", "superuser")), "{\"repository\": \"a/b\", \"number\": 3}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"repository\":\"gate-bot:a/b\",\"number\":3}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void turnsAwayWhoeverHasNoToken() {
        var answer = pipeline.postJson("/api/gallery", BodyPublishers.ofString("{}"));

        assertProblem(answer, 401, "identity.not-logged-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
    }

    @Test
    void turnsAwayATokenForAnotherAudience() {
        assertProblem(
                ask(ISSUER.token("gate-bot", List.of("gate"), "account", TokenIssuer.REALM, 60), "{}"),
                401,
                "identity.not-logged-in");
    }

    @Test
    void turnsAwayATokenOfAnotherIssuer() {
        assertProblem(
                ask(ISSUER.token("gate-bot", List.of("gate"), "countersign-api", "http://evil.example", 60), "{}"),
                401,
                "identity.not-logged-in");
    }

    @Test
    void turnsAwayATokenThatIsOver() {
        assertProblem(
                ask(ISSUER.token("gate-bot", List.of("gate"), "countersign-api", TokenIssuer.REALM, -300), "{}"),
                401,
                "identity.not-logged-in");
    }

    @Test
    void turnsAwayATokenThatSomebodyChanged() {
        var token = ISSUER.token("gate-bot", List.of("gate"));

        assertProblem(ask(token.substring(0, token.length() - 8) + "AAAAAAAA", "{}"), 401, "identity.not-logged-in");
    }

    @Test
    void grantsNothingForAnUnknownRole() {
        assertProblem(
                ask(ISSUER.token("gate-bot", List.of("GATE", "admin")), "{\"number\": 1}"),
                403,
                "identity.not-allowed");
    }

    @Test
    void grantsNothingToAnAccountWithoutAPerson() {
        assertProblem(ask(ISSUER.token(null, List.of("gate")), "{\"number\": 1}"), 403, "identity.not-allowed");
    }

    @Test
    void readsEverySpellingOfAPersonAsOne() {
        var answer = ask(ISSUER.token("Gate-Bot\u200B ", List.of("gate")), "{\"repository\": \"a/b\", \"number\": 3}");

        assertThat(answer.body()).isEqualTo("{\"repository\":\"gate-bot:a/b\",\"number\":3}");
    }

    @Test
    void saysWhyAnAccountBelongsToNobody() {
        var answer = ask(ISSUER.token("\u0430da", List.of("gate")), "{\"number\": 1}");

        assertProblem(answer, 401, "identity.claim-unreadable");
        assertThat(answer.body()).contains("U+0430 CYRILLIC SMALL LETTER A", "Whoever runs Keycloak");
    }

    @Test
    void takesNoSessionForAToken() {
        assertThat(pipeline.loggedIn().get("/api/gallery").statusCode()).isEqualTo(401);
    }

    @Test
    void saysWhereJsonIsBroken() {
        var answer = ask(gate(), "{\"repository\": \"a/b\",\n \"number\": }");

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.body()).contains("the JSON is broken at line 2").doesNotContain("tools.jackson", "Exception");
    }

    @Test
    void namesAFieldItDoesNotKnow() {
        assertThat(ask(gate(), "{\"repo\": \"a/b\", \"number\": 1}").body()).contains("it has no field 'repo'");
    }

    @Test
    void namesAFieldOfTheWrongType() {
        assertThat(ask(gate(), "{\"number\": \"many\"}").body()).contains("the value of 'number' is not of its type");
    }

    @Test
    void refusesATextThatTheDatabaseCannotKeep() {
        var answer = ask(gate(), "{\"repository\": \"a\\u0000b\", \"number\": 1}");

        assertProblem(answer, 400, "unreadable-body");
        assertThat(answer.body()).contains("the value of 'repository'");
    }

    @Test
    void readsTextsAsTheyAreSeen() {
        assertThat(ask(gate(), "{\"repository\": \"\\u202Aa\\u00A0b\\u200B\\u202C\", \"number\": 3}")
                        .body())
                .contains("gate-bot:a b\"");
    }

    @Test
    void saysThatThereIsNoBody() {
        assertProblem(ask(gate(), ""), 400, "unreadable-body");
    }

    @Test
    void stopsReadingABodyThatIsTooLarge() {
        var large = "{\"repository\": \"" + "x".repeat(RequestSize.LARGEST) + "\", \"number\": 1}";

        assertProblem(ask(gate(), large), 413, "too-large");
        assertProblem(
                ask(gate(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes()))),
                413,
                "too-large");
        assertThat(pipeline.postJson(
                                "/%61pi/gallery",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes())),
                                "Authorization",
                                "Bearer " + gate())
                        .statusCode())
                .isEqualTo(413);
    }

    /** A library that reads passkeys brings a reader of CBOR along, which knows none of our rules for texts. */
    @Test
    void understandsNoCbor() {
        byte[] nothing = {(byte) 0xA0};
        var answer = pipeline.postAs(
                "application/cbor",
                "/api/gallery",
                BodyPublishers.ofByteArray(nothing),
                "Authorization",
                "Bearer " + gate());

        assertProblem(answer, 415, "wrong-media-type");
    }

    @Test
    void saysInJsonThatThereIsNoSuchAddress() {
        var answer = pipeline.get("/api/nowhere", "Authorization", "Bearer " + gate());

        assertProblem(answer, 404, "page-not-found");
        assertThat(answer.body()).doesNotContain(TOLD);
    }

    /** Whatever turns a question away, and however far out: the route's own no is in the answer. */
    @Test
    void addsWhatTheRouteSaysOfItselfWheneverItIsRefused() {
        var large = "{\"repository\": \"" + "x".repeat(RequestSize.LARGEST) + "\"}";
        var refused = List.of(
                pipeline.postJson("/api/gallery", BodyPublishers.ofString("{}")),
                ask(ISSUER.token("gate-bot", List.of("admin")), "{\"number\": 1}"),
                ask(ISSUER.token("\u0430da", List.of("gate")), "{\"number\": 1}"),
                ask(gate(), "{"),
                ask(gate(), "{\"number\": 1, \"number\": 2}"),
                ask(gate(), large),
                pipeline.postAs(
                        "text/plain",
                        "/api/gallery",
                        BodyPublishers.ofString("{}"),
                        "Authorization",
                        "Bearer " + gate()),
                pipeline.postJson(
                        "/api/gallery?a=%00", BodyPublishers.ofString("{}"), "Authorization", "Bearer " + gate()));

        assertThat(refused)
                .extracting(HttpResponse::statusCode)
                .containsExactly(401, 403, 401, 400, 422, 413, 415, 400);
        assertThat(refused)
                .extracting(HttpResponse::body)
                .allSatisfy(body -> assertThat(body).contains(TOLD));
    }

    @Test
    void addsItToWhatNoFilterEverSaw() {
        var answer = RawRequest.send(port, "POST /api/gallery HTTP/1.1", "Host: no host at all", "Content-Length: 0");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: application/problem+json", TOLD);
    }

    private static String gate() {
        return ISSUER.token("gate-bot", List.of("gate"));
    }

    private HttpResponse<String> ask(String token, String body) {
        return ask(token, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> ask(String token, BodyPublisher body) {
        return pipeline.postJson("/api/gallery", body, "Authorization", "Bearer " + token);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"type\":\"", "\"wayOut\":\"", "\"status\":" + status);
    }
}
