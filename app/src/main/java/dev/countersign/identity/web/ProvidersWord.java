package dev.countersign.identity.web;

import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** What the identity provider says of a log-in when it is asked again. */
sealed interface ProvidersWord {

    /** It goes on, as this account with these roles. */
    record GoesOn(OidcUser user, String refreshToken) implements ProvidersWord {}

    /** It has ended: logged out elsewhere, disabled, or over. */
    record HasEnded() implements ProvidersWord {}

    /** There is no answer that could be used. */
    record IsSilent() implements ProvidersWord {}
}
