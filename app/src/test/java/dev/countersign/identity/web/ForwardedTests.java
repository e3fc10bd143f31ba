package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whose address is believed behind a proxy, set as in the cluster. */
@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
class ForwardedTests {

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void asInTheCluster(DynamicPropertyRegistry properties) throws IOException {
        var setting = Pattern.compile("SERVER_FORWARDHEADERSSTRATEGY=(\\w+)")
                .matcher(Files.readString(Path.of("..", "k8s", "base", "kustomization.yaml")));
        assertThat(setting.find()).isTrue();
        String strategy = setting.group(1);
        properties.add("server.forward-headers-strategy", () -> strategy);
    }

    @Test
    void believesWhatTheProxyWroteAndNothingThatCameWithTheRequest() {
        try (var log = new HeardLog()) {
            new Browser(port)
                    .postJson(
                            "/api/gallery",
                            BodyPublishers.ofString("{}"),
                            "Authorization",
                            "Bearer not.a.token",
                            "Forwarded",
                            "for=203.0.113.66;host=elsewhere.example",
                            "X-Forwarded-For",
                            "203.0.113.67, 198.51.100.7");

            assertThat(log.lines()).singleElement().asString().contains("from=\"198.51.100.7\"");
        }
    }

    @Test
    void knowsThatTheProxySpeaksHttps() {
        assertThat(RawRequest.send(port, "GET /gallery HTTP/1.1", "Host: localhost", "X-Forwarded-Proto: https"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: https://localhost");
    }
}
