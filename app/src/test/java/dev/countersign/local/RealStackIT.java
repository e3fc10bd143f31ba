package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class RealStackIT {

    @LocalServerPort
    int port;

    private final RealStack stack = RealStack.shared();

    @Test
    void migratesAsOwnerAndServesAsApp() throws Exception {
        try (var app = stack.asApp();
                var query = app.createStatement();
                var rows = query.executeQuery("SELECT current_user, count(*) FROM identity.person GROUP BY 1")) {
            assertThat(app.isValid(1)).isTrue();
        }
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void movesApplicationAndBrokerTogetherAndKeepsItAcrossARestart() throws Exception {
        RealStack broker = RealStack.fragile();
        var before = timeAt(broker);
        var application = broker.now();
        broker.moveClock(Duration.ofDays(2));
        assertThat(broker.now()).isAfter(application.plus(Duration.ofDays(2)));
        assertThat(timeAt(broker)).isAfter(before.plus(Duration.ofDays(2)));
        broker.engine().kill();
        broker.engine().start();
        assertThat(timeAt(broker)).isAfter(before.plus(Duration.ofDays(2)));
    }

    @Test
    void runsTheApplicationAsAProcessThatCanBeKilled() {
        try (var app = stack.startApp(Map.of())) {
            assertThat(app.isAlive()).isTrue();
            app.kill();
            assertThat(app.isAlive()).isFalse();
        }
    }

    @Test
    void opensTheLogInPageInARealBrowser() {
        try (var playwright = Browsers.playwright();
                var browser = Browsers.launch(playwright)) {
            var page = browser.newPage();
            page.navigate("http://localhost:" + port + "/");
            assertThat(page.locator("#username").isVisible()).isTrue();
        }
    }

    private static Instant timeAt(RealStack broker) throws Exception {
        var body = send(broker.properties().get("countersign.local.clock.broker") + "/actuator/clock")
                .body();
        return Instant.parse(body.replaceAll(".*\"instant\":\"([^\"]+)\".*", "$1"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(String address) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
