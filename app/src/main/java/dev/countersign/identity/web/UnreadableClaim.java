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
    private final String sentence;

    UnreadableClaim(String claim, String text) {
        this(
                claim,
                "You can't log in: the claim '%s' of your account names nobody: %s."
                        .formatted(claim, PersonId.flaw(text)),
                OAuth2ErrorCodes.INVALID_TOKEN);
    }

    private UnreadableClaim(String claim, String sentence, String code) {
        super(new OAuth2Error(code, sentence, null));
        this.claim = claim;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String wayOut() {
        return "Whoever runs Keycloak has to set '%s' to %s. Then log in again.".formatted(claim, PersonId.SPELLING);
    }
}
