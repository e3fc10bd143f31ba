package dev.countersign.reviews;

import dev.countersign.identity.PersonId;
import java.util.Set;

/**
 * Which decisions that wait somebody wants to see. An empty part leaves it open.
 *
 * @param states by who is at work on them
 * @param tiers about changes of which the most critical system is of one of these tiers now
 * @param systems about changes that touch one of these systems
 * @param departments of changes that one of these departments answers for
 * @param authors of changes that one of these people wrote
 * @param overdue only those that should be decided by now
 * @param text a number as people write it, or words of the change's text, of its author's or of a system's name
 */
public record InboxFilter(
        Set<InboxState> states,
        Set<Integer> tiers,
        Set<String> systems,
        Set<String> departments,
        Set<PersonId> authors,
        boolean overdue,
        String text) {

    public static final InboxFilter ALL = new InboxFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, "");

    /** What should be decided by now in these departments. */
    public static InboxFilter overdueIn(Set<String> departments) {
        return new InboxFilter(Set.of(), Set.of(), Set.of(), departments, Set.of(), true, "");
    }
}
