package dev.countersign.identity;

import java.util.Optional;
import java.util.UUID;

/** Where a decision finds the signature that comes with it; people at a browser send it with the form. */
@FunctionalInterface
public interface BroughtSignature {

    /**
     * A signature that somebody brings.
     *
     * @param request the request that their session was given
     */
    record Brought(UUID request, Assertion assertion) {}

    Optional<Brought> by(PersonId person);
}
