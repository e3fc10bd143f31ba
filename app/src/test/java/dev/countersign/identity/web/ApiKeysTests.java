package dev.countersign.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** By which keys a token is verified while whoever has them is away. */
class ApiKeysTests {

    /** Shorter than anything takes, so that the keys are out of date at once. */
    private static final Duration NO_TIME = Duration.ofMillis(40);

    private final TokenIssuer issuer = new TokenIssuer();

    @Test
    void verifiesByTheKeysThatItHadWhileTheProviderIsAway() throws MalformedURLException {
        NimbusJwtDecoder tokens = decoder(issuer.keysAddress());
        String token = issuer.token("gate-bot", List.of("gate"));
        assertThat(tokens.decode(token).getAudience()).contains("countersign-api");
        issuer.stop();
        assertThat(tokens.decode(token).getAudience()).contains("countersign-api");
        assertThat(tokens.decode(token).getAudience()).contains("countersign-api");
    }

    /** It can't tell a good token from a bad one, and does not say that this one is bad. */
    @Test
    void verifiesNothingWithoutAnyKey() throws MalformedURLException {
        String address = issuer.keysAddress();
        issuer.stop();
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> decoder(address).decode(issuer.token("gate-bot", List.of("gate"))))
                .isNotInstanceOf(BadJwtException.class);
    }

    private static NimbusJwtDecoder decoder(String address) throws MalformedURLException {
        JWKSource<SecurityContext> keys = ApiKeys.keys(URI.create(address).toURL(), NO_TIME);
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }
}
