package dev.countersign.identity;

import dev.countersign.spelling.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision that was signed with a passkey.
 *
 * @param label what its owner calls the passkey
 * @param statement what was signed, as RFC 8785 JSON
 * @param count how often the passkey says it was used, with this time
 */
public record Signature(
        UUID id,
        PersonId person,
        String matter,
        UUID passkey,
        String label,
        Base64Url statement,
        Assertion assertion,
        long count,
        Instant at) {

    /** In hex; what the history says of it. */
    public String statementHash() {
        return Sha256.hex(statement.bytes());
    }
}
