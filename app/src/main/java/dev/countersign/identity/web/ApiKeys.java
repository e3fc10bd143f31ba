package dev.countersign.identity.web;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The keys by which tokens are verified. They are read ahead of time, and Keycloak may be away for a day: its tokens are
 * verified by the keys that it had. A key nobody has seen is asked for at most every thirty seconds.
 */
@Configuration(proxyBeanMethods = false)
class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final int PATIENCE_MILLIS = 1_000;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration REFRESH = Duration.ofSeconds(2);
    private static final Duration OUTAGE = Duration.ofDays(1);
    private static final JWKSelector EVERY = new JWKSelector(new JWKMatcher.Builder().build());

    /** Keeps the keys at hand, so that no question waits for them. */
    static final class AheadOfTime {

        private final JWKSource<SecurityContext> keys;
        private boolean known = true;

        AheadOfTime(JWKSource<SecurityContext> keys) {
            this.keys = keys;
        }

        @Scheduled(fixedDelayString = "PT10S")
        void read() {
            boolean before = known;
            try {
                known = !keys.get(EVERY, null).isEmpty();
            } catch (KeySourceException e) {
                known = false;
                if (before) {
                    LOG.warn(
                            "Expected to read the identity provider's keys, but {}; tokens are refused until then",
                            e.getMessage());
                }
            }
        }
    }

    @Bean
    JWKSource<SecurityContext> keys(OAuth2ResourceServerProperties properties) throws MalformedURLException {
        return keys(URI.create(properties.getJwt().getJwkSetUri()).toURL(), FRESH);
    }

    static JWKSource<SecurityContext> keys(URL address, Duration fresh) {
        var retriever = new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, 0);
        return JWKSourceBuilder.create(address, retriever)
                .cache(fresh.toMillis(), Math.min(REFRESH.toMillis(), fresh.toMillis() / 4))
                .refreshAheadCache(fresh.toMillis() / 2, false)
                .rateLimited(fresh.toMillis() / 10)
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    @Bean
    AheadOfTime aheadOfTime(JWKSource<SecurityContext> keys) {
        return new AheadOfTime(keys);
    }

    @Bean
    JwtDecoder tokens(JWKSource<SecurityContext> keys, OAuth2ResourceServerProperties properties) {
        List<String> audiences = properties.getJwt().getAudiences();
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(
                        Objects.requireNonNull(properties.getJwt().getIssuerUri())),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        named -> named != null && named.stream().anyMatch(audiences::contains))));
        return decoder;
    }
}
