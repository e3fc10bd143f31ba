package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.LogOut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;

/** Which of the identity provider's words that somebody is logged out are short-lived enough to be heard. */
class BackChannelTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void hearsATokenThatEndsSoon() {
        assertThat(BackChannel.read(endingAfter(LONGEST)))
                .contains(new LogOut("token-1", NOW.plus(LONGEST), Optional.of("session-1"), Optional.of("ada")));
    }

    /** Whoever kept it could end sessions with it for as long as it is remembered, and longer. */
    @Test
    void hearsNoTokenThatLivesLonger() {
        assertThat(BackChannel.read(endingAfter(LONGEST.plusSeconds(1)))).isEmpty();
        assertThat(BackChannel.read(endingAfter(Duration.ofDays(3650)))).isEmpty();
    }

    @Test
    void hearsNoTokenWithoutAnEnd() {
        assertThat(BackChannel.read(builder().build())).isEmpty();
    }

    private static OidcLogoutToken endingAfter(Duration life) {
        return builder().claim("exp", NOW.plus(life)).build();
    }

    private static OidcLogoutToken.Builder builder() {
        return OidcLogoutToken.withTokenValue("log-out")
                .issuer("https://keycloak.example/realms/countersign")
                .audience(List.of("countersign"))
                .subject("ada")
                .sessionId("session-1")
                .jti("token-1")
                .issuedAt(NOW)
                .events(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }
}
