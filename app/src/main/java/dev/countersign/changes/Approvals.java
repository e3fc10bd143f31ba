package dev.countersign.changes;

import java.time.Instant;
import java.util.Optional;

/** Who approved a revision, and since when that stands; the reviews module answers. */
public interface Approvals {

    /** When the first of those that still count was given. */
    Optional<Instant> oldest(Revision revision);

    /** How many people approved it in that duty. */
    int given(Revision revision, Duty duty);
}
