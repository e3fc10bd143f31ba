package dev.countersign.identity.web;

import dev.countersign.identity.PersonId;
import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** A claim of an account that ought to name a person and names nobody; only whoever keeps the accounts can mend it. */
final class UnreadableClaim extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String claim;

    UnreadableClaim(String claim, String text) {
        super(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN,
                "Expected to log in by the account's claim '%s', but it names nobody: %s."
                        .formatted(claim, PersonId.flaw(text)),
                null));
        this.claim = claim;
    }

    String sentence() {
        return getError().getDescription();
    }

    String wayOut() {
        return "Whoever runs Keycloak has to set '%s' to %s. Then log in again.".formatted(claim, PersonId.SPELLING);
    }
}
