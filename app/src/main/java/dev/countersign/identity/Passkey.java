package dev.countersign.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a leader signs decisions with: a pair of keys of which the house knows the public one.
 *
 * @param label what its owner calls it
 * @param publicKey COSE, as the authenticator gave it
 * @param count how often it says it was used, as last heard; 0 if it does not count
 * @param aaguid which model of authenticator it says it is
 * @param leaving its removal, if one was asked for and not stopped
 */
public record Passkey(
        UUID id,
        PersonId person,
        String label,
        Base64Url credential,
        Base64Url publicKey,
        long count,
        UUID aaguid,
        List<String> transports,
        Instant at,
        Optional<Leaving> leaving) {

    /**
     * A removal; until its end the passkey is in force.
     *
     * @param signed whether a passkey signed it, so that it ended the moment it was asked for
     */
    public record Leaving(UUID id, Instant askedAt, Instant endsAt, boolean signed) {}

    public Passkey {
        transports = List.copyOf(transports);
    }

    public boolean isInForce(Instant now) {
        return leaving.isEmpty() || now.isBefore(leaving.get().endsAt());
    }

    /** Whether it goes by itself unless its owner says no. */
    public boolean isAboutToGo(Instant now) {
        return leaving.isPresent() && isInForce(now);
    }
}
