package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes somebody wants to see.
 *
 * @param statuses those in one of these states; all if empty
 * @param author only this person's
 * @param system only those that touch this system
 * @param text a part of the title, in any case; all if empty
 */
public record ChangeFilter(Set<Status> statuses, Optional<PersonId> author, Optional<String> system, String text) {

    public static final ChangeFilter ALL = new ChangeFilter(Set.of(), Optional.empty(), Optional.empty(), "");
}
