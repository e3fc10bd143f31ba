package dev.countersign.identity;

import java.util.Optional;
import java.util.UUID;

/** Where a decision finds the fresh log-in that comes with it; people at a browser bring it in their session. */
@FunctionalInterface
public interface BroughtStepUp {

    Optional<UUID> by(PersonId person, String matter);
}
