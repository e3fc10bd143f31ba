package dev.countersign.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * Whether an ID token tells of somebody who logged in for this request, with their own hands. The identity provider's
 * times are only compared with each other, so that clocks need not agree.
 *
 * @param acr how they have to log in; empty if any interactive way will do
 */
record FreshLogIn(String acr) {

    /** Times of tokens are whole seconds, and the answer takes a moment. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** What Keycloak says of a log-in that it took from a session, without asking anybody. */
    private static final String SILENT = "0";

    /**
     * Decides by how long before the token was issued they logged in.
     *
     * @param loggedIn the token of the log-in that the session began with
     * @param waited how long ago the request was made
     */
    boolean isToldBy(OidcIdToken token, OidcIdToken loggedIn, Duration waited) {
        Instant at = token.getAuthenticatedAt();
        Instant before = loggedIn.getAuthenticatedAt();
        String how = Objects.requireNonNullElse(token.getAuthenticationContextClass(), "");
        return at != null
                && (before == null || at.isAfter(before))
                && age(token, at).compareTo(waited.plus(ROUNDING)) <= 0
                && !how.equals(SILENT)
                && (acr.isEmpty() || how.equals(acr));
    }

    /** How old the log-in was when the token was issued. */
    static Duration age(OidcIdToken token, Instant authTime) {
        Instant issued = token.getIssuedAt();
        return issued == null ? FOREVER : Duration.between(authTime, issued);
    }
}
