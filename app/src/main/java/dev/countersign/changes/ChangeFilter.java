package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes somebody wants to see. An empty part leaves it open.
 *
 * @param statuses those in one of these states
 * @param authors those that one of these people wrote
 * @param systems those that touch one of these systems
 * @param tiers those of which the most critical system is of one of these tiers now
 * @param from those written at this moment or later
 * @param until those written before this moment
 * @param text a number as people write it, or words of the title or of a system's name, in any order
 */
public record ChangeFilter(
        Set<Status> statuses,
        Set<PersonId> authors,
        Set<String> systems,
        Set<Integer> tiers,
        Optional<Instant> from,
        Optional<Instant> until,
        String text) {

    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), "");

    public ChangeFilter(Set<Status> statuses, Optional<PersonId> author, Set<String> systems, String text) {
        this(
                statuses,
                author.map(Set::of).orElse(Set.of()),
                systems,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                text);
    }

    /** Whether it leaves few however many changes have ended, or their own order leads to them. */
    boolean isNarrow() {
        boolean underWay = !statuses.isEmpty() && statuses.stream().noneMatch(Status::ended);
        return underWay || !authors.isEmpty() || systems.size() == 1;
    }

    boolean hasDays() {
        return from.isPresent() || until.isPresent();
    }
}
