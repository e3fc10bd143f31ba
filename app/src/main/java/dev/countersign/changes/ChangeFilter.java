package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes somebody wants to see.
 *
 * @param statuses those in one of these states; all if empty
 * @param author only this person's
 * @param systems only those that touch one of these systems; all if empty
 * @param text a number as people write it, or words of the title or of a system's name, in any order; all if empty
 */
public record ChangeFilter(Set<Status> statuses, Optional<PersonId> author, Set<String> systems, String text) {

    /** Whether it leaves few however many changes have ended, or their own order leads to them. */
    boolean isNarrow() {
        boolean underWay = !statuses.isEmpty() && statuses.stream().noneMatch(Status::ended);
        return underWay || author.isPresent() || systems.size() == 1;
    }

    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), "");
}
