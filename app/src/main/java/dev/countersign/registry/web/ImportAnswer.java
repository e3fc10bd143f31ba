package dev.countersign.registry.web;

import dev.countersign.registry.Difference;
import dev.countersign.registry.Rehearsal;
import dev.countersign.registry.files.BadRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file would change, and what became of it.
 *
 * @param proposal the proposal that a second person has to approve now; null on a dry run, or if nothing is new
 */
@Schema(description = "What a file would change: all of it or nothing")
record ImportAnswer(
        int added,
        int changed,
        int unchanged,

        @Schema(description = "entries that are neither systems nor departments")
        int leftOut,

        @Schema(description = "the first hundred") List<Difference> differences,

        @Schema(description = "what has to be put right before any of it can be proposed")
        List<BadRow> bad,

        @Nullable @Schema(description = "what a second person has to approve now; null on a dry run")
        String proposal) {

    static ImportAnswer of(Rehearsal rehearsal, @Nullable String proposal) {
        return new ImportAnswer(
                rehearsal.added(),
                rehearsal.changed(),
                rehearsal.unchanged(),
                rehearsal.leftOut(),
                rehearsal.differences(),
                rehearsal.bad(),
                proposal);
    }
}
