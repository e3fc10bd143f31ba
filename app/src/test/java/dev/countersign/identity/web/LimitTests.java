package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** What is asked too often, and what is heard of it and of others who are turned away. */
@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
@TestPropertySource(
        properties = {
            "countersign.identity.limits.api=5",
            "countersign.identity.limits.forms=5",
            "countersign.identity.limits.strangers=5"
        })
class LimitTests {

    static final TokenIssuer ISSUER = new TokenIssuer();

    @LocalServerPort
    int port;

    HeardLog log;
    Browser browser;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", ISSUER::keysAddress);
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
        log = new HeardLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void tellsAProgramHowLongToWaitAndNobodyElse() {
        var pipeline = ISSUER.token("hasty-bot", List.of("gate"));
        for (int i = 0; i < 5; i++) {
            assertThat(ask(pipeline).statusCode()).isEqualTo(200);
        }
        var answer = ask(pipeline);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers()
                        .firstValue("Retry-After")
                        .map(Integer::parseInt)
                        .orElseThrow())
                .isBetween(1, 12);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"minute\";q=5;w=60");
        assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"minute\";r=0;t=");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"told\":\"no\"",
                        "\"code\":\"identity.too-many-requests\"",
                        "\"wayOut\":\"Nothing was changed. Wait ");
        assertThat(ask(ISSUER.token("patient-bot", List.of("gate"))).statusCode())
                .isEqualTo(200);
        assertThat(log.lines()).anyMatch(line -> line.startsWith("event=too-many who=\"hasty-bot\""));
    }

    @Test
    void letsGuessersOfTokensWaitAndNobodyWithATrueOne() {
        List<Integer> answers = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> ask("not.a.token").statusCode())
                .toList();

        assertThat(answers).contains(401, 429).doesNotContain(200);
        assertThat(ask(ISSUER.token("true-bot", List.of("gate"))).statusCode()).isEqualTo(200);
        assertThat(log.lines())
                .anyMatch(line -> line.startsWith(
                        "event=bad-token who=\"\" what=\"identity.not-logged-in\" from=\"127.0.0.1\" on=\"POST"
                                + " /api/gallery\""))
                .noneMatch(line -> line.contains("not.a.token"));
    }

    @Test
    void tellsAPersonInWordsWhoSendsTooManyForms() {
        browser.get("/gallery/plain?as=grace");
        String csrf = browser.csrfOn("/gallery/plain");
        HttpResponse<String> answer = null;
        for (int i = 0; i < 6; i++) {
            answer = browser.post("/gallery/plain", List.of("_csrf", csrf, "reason", "again"));
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("You sent more requests than a minute allows", "Nothing was changed.");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(browser.get("/gallery/plain").statusCode()).isEqualTo(200);
    }

    @Test
    void hearsOfForgedFormsAndRefusedAccess() {
        browser.get("/gallery/plain?as=hugo");
        browser.post("/gallery/plain", List.of("reason", "mine is secret"), "Origin", "http://elsewhere.example");
        browser.get("/gallery/vp");

        assertThat(log.lines())
                .anyMatch(line -> line.startsWith(
                        "event=forged-form who=\"hugo\" what=\"csrf\" from=\"127.0.0.1\" on=\"POST /gallery/plain\""))
                .anyMatch(line -> line.startsWith("event=access-refused who=\"hugo\" what=\"identity.not-allowed\""))
                .noneMatch(line -> line.contains("secret"));
    }

    private HttpResponse<String> ask(String token) {
        return browser.postJson(
                "/api/gallery",
                BodyPublishers.ofString("{\"number\": 1, \"repository\": \"a/b\"}"),
                "Authorization",
                "Bearer " + token);
    }
}
