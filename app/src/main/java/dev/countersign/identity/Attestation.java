package dev.countersign.identity;

import java.util.Set;

/**
 * What a browser hands over when a passkey was created.
 *
 * @param transports how it can be reached, in the browser's words
 */
public record Attestation(Base64Url object, Base64Url clientData, Set<String> transports) {

    public Attestation {
        transports = Set.copyOf(transports);
    }
}
