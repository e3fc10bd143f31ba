package dev.countersign.changes;

import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.Set;

/** Who would be asked first to review a text that is still being written; the module of reviews answers. */
public interface ReviewersAhead {

    /**
     * One of them.
     *
     * @param why what speaks for asking them, and how much they have to do
     */
    record Likely(String name, String why) {}

    /**
     * A few, the first in front.
     *
     * @param systems all that it reaches
     * @param department of the most critical one
     * @param authors of whom nobody can review it
     */
    List<Likely> of(List<String> systems, String department, Set<PersonId> authors);
}
