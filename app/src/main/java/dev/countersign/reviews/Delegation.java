package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody decides for another as long as that one is away. It can't be passed on: a delegate stands in for the leader
 * whom the registry names, never for another delegate.
 *
 * @param department where; empty if in everything that the absent one leads
 */
public record Delegation(
        long id, PersonId delegator, PersonId delegate, Optional<String> department, PersonId recordedBy, Instant at) {

    public boolean covers(String key) {
        return department.isEmpty() || department.get().equals(key);
    }
}
