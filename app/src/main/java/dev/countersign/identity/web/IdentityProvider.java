package dev.countersign.identity.web;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.web.client.RestClient;

/**
 * Where Keycloak answers. The addresses follow from the issuer, so nobody is asked for them at the start: Countersign
 * comes up while Keycloak is still starting, or down.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    static final String NAME = "keycloak";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    ClientRegistration keycloak(Environment settings) {
        var issuer = setting(settings, "provider.keycloak.issuer-uri");
        var endpoints = issuer + "/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(NAME)
                .clientId(setting(settings, "registration.keycloak.client-id"))
                .clientSecret(setting(settings, "registration.keycloak.client-secret"))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(issuer)
                .authorizationUri(endpoints + "/auth")
                .tokenUri(endpoints + "/token")
                .jwkSetUri(endpoints + "/certs")
                .userInfoUri(endpoints + "/userinfo")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", endpoints + "/logout"))
                .clientName("Keycloak")
                .build();
    }

    /**
     * Nobody waits long for an answer that does not come. HTTP/1.1 on purpose: a connection on its way to
     * HTTP/2 may end without an answer, and the JDK's client then tries no second time.
     */
    static ClientHttpRequestFactory impatient() {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build());
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    /** Asks for tokens, with the same patience. */
    static RestClient tokenClient() {
        return RestClient.builder()
                .requestFactory(impatient())
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(ClientRegistration keycloak) {
        return new InMemoryClientRegistrationRepository(keycloak);
    }

    private static String setting(Environment settings, String name) {
        var key = "spring.security.oauth2.client." + name;
        var value = settings.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "Expected to find the identity provider, but '%s' is not set. Set it in the configuration."
                            .formatted(key));
        }
        return value;
    }
}
