package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@GallerySettings
@TestPropertySource(
        properties = {
            "countersign.identity.address=https://countersign.example",
            "countersign.identity.hosts=gate.countersign.example,countersign.internal"
        })
class HostTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "[::1]",
                "countersign.example",
                "Countersign.Example:443",
                "gate.countersign.example",
                "countersign.internal"
            })
    void answersUnderItsOwnNames(String host) {
        assertThat(get("/gallery", host)).startsWith("HTTP/1.1 302").contains("/oauth2/authorization/keycloak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "countersign.example.rebound.example", "localhost.example", "10.0.0.7"})
    void refusesOthersInWords(String host) {
        assertThat(get("/gallery", host))
                .startsWith("HTTP/1.1 421")
                .contains("does not know the name in this address", "identity.unknown-host", "Content-Security-Policy")
                .doesNotContain("Set-Cookie");
        assertThat(get("/api/gallery", host))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "\"code\":\"identity.unknown-host\"");
        assertThat(get("/oauth2/authorization/keycloak", host)).startsWith("HTTP/1.1 421");
    }

    /** It is no failure of ours, and no line of an error each time somebody asks. */
    @Test
    void knowsNoOtherProviderToLogInAt() {
        assertThat(get("/oauth2/authorization/other", "localhost")).startsWith("HTTP/1.1 302");
    }

    /** A probe names the pod's address. */
    @Test
    void tellsHealthUnderAnyName() {
        assertThat(get("/actuator/health/liveness", "10.0.0.7")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a[b HTTP/1.1",
                "GET /gallery?a=\\ HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /gallery HTTP/1.1\r\nHost: localhost",
                "GE\u0001T / HTTP/1.1"
            })
    void answersWhatTomcatRefusesInWordsToo(String line) {
        assertThat(RawRequest.send(port, line, "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "This request is malformed",
                        "Content-Security-Policy: default-src 'none'",
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: same-origin")
                .doesNotContain("Tomcat", "Apache");
    }

    private String get(String path, String host) {
        return RawRequest.send(port, "GET " + path + " HTTP/1.1", "Host: " + host);
    }
}
