package dev.countersign.changes;

import java.time.Instant;
import java.util.Optional;

/** Since when somebody's approval of a revision stands; the reviews module answers. */
public interface Approvals {

    /** When the first of those that still count was given. */
    Optional<Instant> oldest(Revision revision);
}
