package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that waits for a signature of its person.
 *
 * @param nonce makes its challenge unlike that of any other
 * @param challenge the SHA-256 of the statement that is to be signed
 */
public record SignatureRequest(
        UUID id, PersonId person, String matter, Base64Url nonce, Base64Url challenge, Instant at) {

    /** The statement of this request, if it is about that. */
    Statement about(Deed deed) {
        return new Statement(person, deed, nonce, at);
    }

    /** Whether it asks for just this; a changed comment is another deed. */
    boolean asksFor(PersonId who, Deed deed) {
        return person.equals(who) && about(deed).challenge().equals(challenge);
    }
}
