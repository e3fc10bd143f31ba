package dev.countersign.registry.web;

import dev.countersign.registry.Difference;
import dev.countersign.registry.Rehearsal;
import dev.countersign.registry.files.BadRow;
import dev.countersign.registry.files.LeftOut;
import dev.countersign.registry.files.Taken;
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

        @Schema(description = "whether the file does not say its encoding and was read as Windows-1252")
        boolean guessedEncoding,

        @Schema(description = "what is taken for nothing here, and why; the rest can come in")
        List<LeftOut> leftOut,

        @Schema(description = "entities of a catalogue that are called otherwise here")
        List<Taken> taken,

        @Schema(description = "groups and people that own something there and are no departments here; see `groups`")
        List<String> owners,

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
                rehearsal.guessed(),
                rehearsal.leftOut(),
                rehearsal.taken(),
                rehearsal.owners(),
                rehearsal.differences(),
                rehearsal.bad(),
                proposal);
    }
}
