package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks another program over HTTP says HTTP/1.1: left alone, the JDK's client asks each server to change to
 * HTTP/2, and a server that ends the connection meanwhile (Keycloak did, on a busy machine) costs somebody a log-in.
 */
class OneProtocolTests {

    private static final Pattern MADE = Pattern.compile("HttpClient\\s*\\.new(?:HttpClient|Builder)\\(\\)");
    private static final Pattern SAID =
            Pattern.compile("HttpClient\\s*\\.newBuilder\\(\\)\\s*\\.version\\(HttpClient\\.Version\\.HTTP_1_1\\)");

    @Test
    void saysWhichProtocolItSpeaks() {
        var asking = Sources.everywhere();
        asking.values().removeIf(text -> !MADE.matcher(text).find());

        assertThat(asking).containsKeys("dev/countersign/identity/web/IdentityProvider.java");
        assertThat(asking)
                .allSatisfy((file, text) -> assertThat(SAID.matcher(text).results())
                        .as(file)
                        .hasSameSizeAs(MADE.matcher(text).results().toList()));
    }
}
