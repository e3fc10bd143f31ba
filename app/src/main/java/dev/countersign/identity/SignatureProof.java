package dev.countersign.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * All that somebody needs to verify a signed decision without us; `docs/decisions/passkeys.md` says how.
 *
 * @param statement the signed text, byte by byte; the challenge is its SHA-256
 * @param address the house's address today, which the browser names as the origin
 * @param relyingParty the house's name for passkeys; its SHA-256 begins the authenticator's data
 */
public record SignatureProof(
        UUID signature,
        String person,
        Instant at,
        String statement,
        String clientDataJson,
        String authenticatorData,
        String signatureBytes,
        Key key,
        String address,
        String relyingParty) {

    /**
     * The key that signed.
     *
     * @param algorithm as `java.security.Signature` calls it
     * @param publicKey X.509 SubjectPublicKeyInfo, base64url
     * @param coseHash the SHA-256 of the key as COSE, in hex: what the history says of its enrolment
     */
    public record Key(
            UUID passkey,
            String label,
            String credential,
            UUID aaguid,
            Instant enrolledAt,
            String algorithm,
            String publicKey,
            String cose,
            String coseHash) {}
}
