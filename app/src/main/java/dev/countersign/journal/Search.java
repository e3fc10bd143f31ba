package dev.countersign.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an auditor asks of the record: who, what, about which stream or system, and when.
 *
 * @param actors as the record spells them; everybody if empty
 * @param from the first moment that counts
 * @param until the first moment that does not count any more
 */
public record Search(
        Set<String> actors,
        Set<String> kinds,
        Optional<String> stream,
        Optional<String> system,
        Optional<Instant> from,
        Optional<Instant> until) {

    public static Search everything() {
        return new Search(Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
