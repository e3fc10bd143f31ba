package dev.countersign.journal;

import dev.countersign.identity.Signature;
import java.util.UUID;

/**
 * The signature of a passkey that came with a decision.
 *
 * @param passkey what its owner calls it
 * @param statement the SHA-256 of what was signed, in hex
 */
public record SignedWith(UUID id, String passkey, String statement) {

    static SignedWith of(Signature signature) {
        return new SignedWith(signature.id(), signature.label(), signature.statementHash());
    }
}
