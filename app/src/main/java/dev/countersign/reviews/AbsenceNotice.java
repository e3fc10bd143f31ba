package dev.countersign.reviews;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told above their work: that they are away, and for whom they decide now.
 *
 * @param away null if they are there
 */
public record AbsenceNotice(@Nullable Away away, List<StandsFor> standsFor) {

    public AbsenceNotice {
        standsFor = List.copyOf(standsFor);
    }

    /** They are away, and these decide meanwhile; if none, an empty text. */
    public record Away(long absence, Instant until, String delegates) {}

    /** They decide for somebody. */
    public record StandsFor(String person, Instant until, String where) {}
}
