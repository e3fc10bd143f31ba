package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Told;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
class PagesTests {

    @RegisterExtension
    final Told told = Told.by(Mishaps.class);

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void sendsAStrangerToTheLogInWithProofKey() {
        var answer = browser.get("/gallery");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/oauth2/authorization/keycloak?page=%2Fgallery");

        var atKeycloak = location(browser.get("/oauth2/authorization/keycloak"));

        assertThat(atKeycloak)
                .startsWith("http://identity.example/realms/countersign/protocol/openid-connect/auth")
                .contains("code_challenge_method=S256", "response_type=code");
    }

    @Test
    void goesOnToThePageOfATabWhoseLogInIsNotNeededAnyMore() {
        var begun = location(browser.get("/oauth2/authorization/keycloak?page=%2Fgallery%2Fplain%3Fof%3Dtab"));
        var state = begun.replaceAll(".*[?&]state=([^&]+).*", "$1");
        browser.loggedIn();
        var answer = browser.get("/login/oauth2/code/keycloak?code=unused&state=" + state);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/gallery/plain?of=tab");
    }

    @Test
    void beginsALogInOnceMoreOfWhichItKnowsNothingAndSaysSoTheSecondTime() {
        var lost = new Destination("/gallery/plain", false);
        var first = browser.get("/login/oauth2/code/keycloak?code=old&state=" + lost.within("gone"));
        assertThat(location(first)).endsWith("/oauth2/authorization/keycloak?page=%2Fgallery%2Fplain&again");
        var second = browser.get(
                "/login/oauth2/code/keycloak?code=old&state=" + lost.onceMore().within("gone"));
        assertThat(location(second)).endsWith("/error?login");
    }

    @Test
    void letsNobodyInWhoseAccountBelongsToNoPerson() {
        var answer = browser.get("/gallery/plain?as=nobody");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("You don&#39;t have access to this page.")
                .doesNotContain("<nav class=\"nav\"");
    }

    @Test
    void letsNobodyInWithoutTheRole() {
        assertThat(browser.loggedIn().get("/gallery/vp").statusCode()).isEqualTo(403);
    }

    @Test
    void allowsOnlyScriptsThatThePageNames() {
        var answer = browser.loggedIn().get("/gallery");
        var policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        var nonce = Pattern.compile("'nonce-([^']+)'").matcher(policy);
        assertThat(nonce.find()).isTrue();

        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' http://identity.example;")
                .doesNotContain("unsafe");
        assertThat(Pattern.compile("<script(?![^>]* nonce=\"" + Pattern.quote(nonce.group(1)) + "\")")
                        .matcher(answer.body())
                        .find())
                .isFalse();
        assertThat(answer.body())
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick");
        assertThat(policy)
                .isNotEqualTo(browser.get("/gallery")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow());
    }

    @Test
    void sendsTheHeadersThatKeepOthersOut() {
        var headers = browser.loggedIn().get("/gallery").headers();

        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(String.join(",", headers.allValues("Vary"))).containsIgnoringCase("HX-Request");
    }

    @Test
    void letsABrowserKeepOurFilesForEver() {
        var page = browser.loggedIn().get("/gallery").body();
        var addresses = Pattern.compile("(?:src|href)=\"(/(?:css|js|vendor|img)/[^\"]+)\"")
                .matcher(page);

        int files = 0;
        while (addresses.find()) {
            var file = new Browser(port).get(addresses.group(1));
            assertThat(addresses.group(1)).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
            files++;
        }
        assertThat(files).isEqualTo(5);
    }

    @Test
    void saysInWordsThatThereIsNoSuchPage() {
        var answer = browser.loggedIn().get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no page at this address.", "Go to my work");
    }

    /** Bytes that are no text in any encoding a browser sends. */
    @ParameterizedTest
    @ValueSource(strings = {"/gallery?a=%FF", "/gallery?%C3%28=1", "/gallery/plain?text=%E2%82"})
    void saysThatAnAddressCannotBeRead(String address) {
        var answer = browser.loggedIn().get(address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request is malformed.");
    }

    @Test
    void keepsTheDetailsOfAFailureToItself() {
        var answer = browser.loggedIn().get("/gallery/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something went wrong on our side")
                .doesNotContain("secret detail", "Exception");
        assertThat(told.lines()).containsExactly("GET /gallery/broken failed: secret detail");
    }

    @Test
    void showsARefusalWithItsWayOut() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");

        var answer = browser.post("/gallery/plain", List.of("_csrf", csrf, "reason", "<i>why</i>"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains(
                        "You can&#39;t keep reason &#39;&lt;i&gt;why&lt;/i&gt;&#39;: somebody was faster.",
                        "Read what they wrote.");
    }

    @Test
    void readsWhatIsSentAsItIsSeen() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");

        var answer =
                browser.post("/gallery/plain", List.of("_csrf", csrf, "reason", "\u202Aour\u00A0rea\u200Bson\u202C"));

        assertThat(answer.body()).contains("keep reason &#39;our reason&#39;");
    }

    @Test
    void refusesATextThatTheDatabaseCannotKeep() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");

        var answer = browser.post("/gallery/plain", List.of("_csrf", csrf, "reason", "a\0b"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request is malformed.");
    }

    @Test
    void refusesAFormThatIsFarTooLarge() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");

        var answer = browser.post("/gallery/plain", List.of("_csrf", csrf, "reason", "x".repeat(600_000)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("is too large");
    }

    @Test
    void refusesAFormWithTooManyFields() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");
        var fields = new java.util.ArrayList<>(List.of("_csrf", csrf));
        for (int i = 0; i < 3000; i++) {
            fields.addAll(List.of("f" + i, "x"));
        }

        var answer = browser.post("/gallery/plain", fields);

        assertThat(answer.statusCode()).isBetween(400, 413);
        assertThat(answer.body())
                .containsAnyOf("What you sent is too large.", "This request is malformed.")
                .doesNotContain("Exception");
    }

    @Test
    void logsOutOfKeycloakToo() {
        var csrf = browser.loggedIn().csrfOn("/gallery/plain");

        var answer = browser.post("/logout", List.of("_csrf", csrf));

        assertThat(location(answer))
                .startsWith(
                        "http://identity.example/realms/countersign/protocol/openid-connect/logout?id_token_hint=id-token")
                .contains("post_logout_redirect_uri=");
        assertThat(browser.get("/gallery").statusCode()).isEqualTo(302);
    }

    @Test
    void tellsHealthToAnybody() {
        assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
