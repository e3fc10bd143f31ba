package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class FreshLogInTests {

    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NOW = MORNING.plus(Duration.ofHours(1));
    private static final Duration WAITED = Duration.ofSeconds(30);

    private final FreshLogIn fresh = new FreshLogIn("");
    private final OidcIdToken session = token(MORNING, MORNING, "1");

    @Test
    void takesALogInThatCameAfterTheRequest() {
        assertThat(fresh.isToldBy(token(NOW, NOW.minusSeconds(1), "1"), session, WAITED))
                .isTrue();
        assertThat(fresh.isToldBy(token(NOW, NOW.minusSeconds(30), "1"), session, WAITED))
                .isTrue();
    }

    @Test
    void takesNoLogInThatIsOlderThanTheRequest() {
        assertThat(fresh.isToldBy(token(NOW, NOW.minusSeconds(33), "1"), session, WAITED))
                .isFalse();
        assertThat(fresh.isToldBy(token(NOW, MORNING.plusSeconds(1), "1"), session, WAITED))
                .isFalse();
    }

    @Test
    void takesNotTheLogInThatTheSessionBeganWith() {
        var justNow = token(NOW, NOW, "1");
        assertThat(fresh.isToldBy(token(NOW, NOW, "1"), justNow, WAITED)).isFalse();
    }

    @Test
    void takesNothingThatAProviderAnsweredFromItsOwnSession() {
        assertThat(fresh.isToldBy(token(NOW, NOW.minusSeconds(1), "0"), session, WAITED))
                .isFalse();
    }

    @Test
    void takesNothingThatDoesNotSayWhen() {
        assertThat(fresh.isToldBy(token(NOW, null, "1"), session, WAITED)).isFalse();
    }

    @Test
    void takesOnlyTheWayThatIsDemanded() {
        var strict = new FreshLogIn("gold");
        assertThat(strict.isToldBy(token(NOW, NOW, "gold"), session, WAITED)).isTrue();
        assertThat(strict.isToldBy(token(NOW, NOW, "1"), session, WAITED)).isFalse();
        assertThat(strict.isToldBy(token(NOW, NOW, null), session, WAITED)).isFalse();
    }

    private static OidcIdToken token(Instant issued, Instant authTime, String acr) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "account"));
        if (authTime != null) {
            claims.put("auth_time", authTime);
        }
        if (acr != null) {
            claims.put("acr", acr);
        }
        return new OidcIdToken("token", issued, issued.plusSeconds(60), claims);
    }
}
