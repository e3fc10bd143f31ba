package dev.countersign.identity.web;

import dev.countersign.identity.web.ProvidersWord.GoesOn;
import dev.countersign.identity.web.ProvidersWord.HasEnded;
import dev.countersign.identity.web.ProvidersWord.IsSilent;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Asks the identity provider whether a log-in goes on, and as whom: by refreshing its tokens, which are then read anew. */
@Component
class AskedAgain {

    private static final Logger LOG = LoggerFactory.getLogger(AskedAgain.class);

    private final ClientRegistration keycloak;
    private final LogIn logIn;
    private final RestClientRefreshTokenTokenResponseClient tokens = new RestClientRefreshTokenTokenResponseClient();
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();

    AskedAgain(ClientRegistration keycloak, LogIn logIn) {
        this.keycloak = keycloak;
        this.logIn = logIn;
        this.tokens.setRestClient(IdentityProvider.tokenClient());
    }

    ProvidersWord about(LogInState state) {
        try {
            OAuth2AccessTokenResponse answer = tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    keycloak, spent(), new OAuth2RefreshToken(state.refreshToken(), null)));
            return read(answer, state);
        } catch (OAuth2AuthorizationException refused) {
            if (refused.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                LOG.info(
                        "A log-in has ended at the identity provider: {}",
                        refused.getError().getDescription());
                return new HasEnded();
            }
            return silent(refused);
        } catch (UnreadableClaim nobodys) {
            LOG.warn("{} {}", nobodys.sentence(), nobodys.wayOut());
            return new HasEnded();
        } catch (OAuth2AuthenticationException | JwtException unusable) {
            return silent(unusable);
        }
    }

    /** As at a log-in: signature, issuer and audience are checked, and the person is remembered. */
    private ProvidersWord read(OAuth2AccessTokenResponse answer, LogInState state) {
        if (!(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN) instanceof String text)) {
            return new IsSilent();
        }
        var read = decoders.createDecoder(keycloak).decode(text);
        var token = new OidcIdToken(text, read.getIssuedAt(), read.getExpiresAt(), read.getClaims());
        var user = logIn.loadUser(new OidcUserRequest(keycloak, answer.getAccessToken(), token));
        var refresh = answer.getRefreshToken();
        return new GoesOn(user, refresh == null ? state.refreshToken() : refresh.getTokenValue());
    }

    private static ProvidersWord silent(RuntimeException why) {
        LOG.warn("The identity provider gives no answer that can be used: {}", Objects.toString(why.getMessage()));
        return new IsSilent();
    }

    /** A request for a refresh has to name the token that it replaces, which nobody keeps here. */
    private static OAuth2AccessToken spent() {
        return new OAuth2AccessToken(TokenType.BEARER, "spent", Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }
}
