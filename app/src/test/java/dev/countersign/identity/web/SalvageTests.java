package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
class SalvageTests {

    private static final String[] OWN_PAGE = {"Sec-Fetch-Site", "same-origin"};

    @LocalServerPort
    int port;

    Browser browser;
    String oldToken;

    @BeforeEach
    void typeUntilTheSessionEnds() {
        browser = new Browser(port);
        oldToken = browser.loggedIn().csrfOn("/gallery/plain");
        browser.loseSession();
    }

    @Test
    void showsWhatWasTypedAfterTheNextLogInAndSubmitsNothing() {
        var answer = send("/gallery/plain", OWN_PAGE);
        assertThat(answer).isEqualTo("303 /gallery/plain");
        assertThat(browser.get("/gallery/plain").statusCode()).isEqualTo(302);

        var page = browser.loggedIn().get("/gallery/unclaimed").body();
        assertThat(page).doesNotContain("A long text");
    }

    @Test
    void fillsTheFormAgainOnce() {
        send("/gallery/plain", OWN_PAGE);

        var page = browser.get("/gallery/plain?as=ada").body();

        assertThat(page)
                .contains("A long text &amp; more</textarea>")
                .contains("Your session had ended; nothing was submitted. Check it and send it again.");
        assertThat(browser.get("/gallery/plain").body()).doesNotContain("A long text");
    }

    @Test
    void fillsTheFormAgainForSomebodyWhoLoggedInElsewhereMeanwhile() {
        browser.get("/gallery/vp?as=ada");

        assertThat(send("/gallery/plain", OWN_PAGE)).isEqualTo("303 /gallery/plain");
        assertThat(browser.get("/gallery/plain").body()).contains("A long text &amp; more</textarea>");
    }

    @Test
    void showsWhatWasTypedEvenWhereNoControllerAsksForIt() {
        browser.post(
                "/gallery/plain",
                List.of("_csrf", oldToken, "_page", "/gallery/unclaimed", "reason", "A long text"),
                OWN_PAGE);

        assertThat(browser.get("/gallery/unclaimed?as=ada").body()).contains("What you had typed", ">A long text</dd>");
    }

    @Test
    void goesBackToThePageThatThePersonLookedAt() {
        assertThat(send(
                        "/gallery/plain",
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Referer",
                        browser.origin() + "/gallery?x=1"))
                .isEqualTo("303 /gallery?x=1");
        assertThat(send("/gallery/plain", "Sec-Fetch-Site", "same-origin", "Referer", "https://evil.example/x"))
                .isEqualTo("303 /gallery/plain");
    }

    @Test
    void goesNowhereElseOnSomebodysWord() {
        for (var page :
                List.of("//evil.example/", "https://evil.example/", "/\\evil.example", "/a\r\nSet-Cookie: x=y")) {
            var answer = browser.post("/gallery/plain", List.of("_page", page, "reason", "x"), OWN_PAGE);

            assertThat(answer.headers().firstValue("Location")).contains("/gallery/plain");
        }
    }

    @Test
    void keepsNothingThatAnotherSiteSent() {
        assertThat(send("/gallery/plain", "Sec-Fetch-Site", "cross-site")).startsWith("403");
        assertThat(send("/gallery/plain", "Sec-Fetch-Site", "same-site")).startsWith("403");
        assertThat(send("/gallery/plain", "Origin", "https://evil.example")).startsWith("403");
        assertThat(send("/gallery/plain")).startsWith("403");
        assertThat(browser.get("/gallery/plain?as=ada").body()).doesNotContain("A long text");
    }

    @Test
    void trustsAnOldBrowserByTheOriginItNames() {
        assertThat(send("/gallery/plain", "Origin", browser.origin())).isEqualTo("303 /gallery/plain");
    }

    @Test
    void keepsTheTextsOfAFormWithAFile() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        var answer = browser.postAs(
                "multipart/form-data; boundary=x",
                "/gallery/files",
                BodyPublishers.ofString(part.formatted("_csrf", oldToken)
                        + part.formatted("_page", "/gallery/plain")
                        + part.formatted("reason", "A text beside a file")
                        + "--x--\r\n"),
                OWN_PAGE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/gallery/plain?as=ada").body()).contains("A text beside a file");
    }

    @Test
    void refusesToKeepWhatIsTooLarge() {
        var answer =
                browser.post("/gallery/plain", List.of("_csrf", oldToken, "reason", "x".repeat(400_000)), OWN_PAGE);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("is too large");
    }

    @Test
    void tellsHtmxToOpenThePage() {
        var answer = browser.post(
                "/gallery/plain",
                List.of("_csrf", oldToken, "reason", "A long text & more"),
                "Sec-Fetch-Site",
                "same-origin",
                "HX-Request",
                "true");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/gallery/plain");
    }

    @Test
    void logsOutQuietlyWhenTheSessionHasEnded() {
        assertThat(send("/logout", OWN_PAGE)).isEqualTo("303 /");
    }

    private String send(String path, String... headers) {
        var answer = browser.post(path, List.of("_csrf", oldToken, "reason", "A long text & more"), headers);
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
