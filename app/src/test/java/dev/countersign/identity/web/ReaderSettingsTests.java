package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
class ReaderSettingsTests {

    private static final String SCRIPT = "/js/keys-";

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void logIn() {
        browser = new Browser(port).loggedIn();
    }

    @Test
    void looksAsTheDeviceDoesAndListensToKeysUntilSomebodyChooses() {
        assertThat(browser.get("/gallery/plain").body())
                .contains(SCRIPT, "id=\"palette\"", "data-go=\"c\"")
                .doesNotContain("data-theme");
    }

    @Test
    void keepsWhatSomebodyChose() {
        keep("theme", "dark");

        assertThat(browser.get("/gallery/plain").body())
                .contains("data-theme=\"dark\"")
                .doesNotContain(SCRIPT, "<dialog");

        keep("theme", "system", "keys", "true");

        assertThat(browser.get("/gallery/plain").body()).contains(SCRIPT).doesNotContain("data-theme");
    }

    @Test
    void tellsTimesInTheZoneAndLanguageThatSomebodyChose() {
        assertThat(browser.get("/gallery/plain").body())
                .contains("data-zone=\"UTC\"", "data-dates=\"en-GB\"")
                .doesNotContain("data-zone-chosen");

        keep("zone", "Asia/Kathmandu", "dates", "de-DE");

        assertThat(browser.get("/gallery/plain").body())
                .contains("data-zone=\"Asia/Kathmandu\"", "data-zone-chosen=\"true\"", "data-dates=\"de-DE\"");

        keep("zone", "Moon/Base", "dates", "tlh");

        assertThat(browser.get("/gallery/plain").body())
                .contains("data-zone=\"UTC\"", "data-dates=\"en-GB\"")
                .doesNotContain("data-zone-chosen");
    }

    @Test
    void takesAThemeThatThereIsNotForTheDevices() {
        keep("theme", "\"><script>", "keys", "true");

        assertThat(browser.get("/gallery/plain").body()).contains(SCRIPT).doesNotContain("data-theme");
    }

    /** Whoever has not logged in has nowhere to go. */
    @Test
    void listensToNobodyWhoIsNotKnown() {
        assertThat(new Browser(port).get("/error").body()).doesNotContain(SCRIPT, "<dialog");
    }

    private void keep(String... fields) {
        var csrf = Stream.of("_csrf", browser.csrfOn("/gallery/plain"));
        var answer = browser.post(
                "/identity/settings", Stream.concat(csrf, Stream.of(fields)).toList());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("countersign-"))
                .hasSize(4)
                .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    }
}
