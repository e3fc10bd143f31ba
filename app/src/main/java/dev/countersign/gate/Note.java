package dev.countersign.gate;

import dev.countersign.changes.HiddenAuthors;
import java.util.List;
import java.util.stream.Collectors;

/** Something worth knowing beside an answer; it decides nothing. */
public record Note(String code, String words) {

    static List<Note> about(Standing standing) {
        return standing.hidesAuthors() && !standing.demandsCommitAuthors()
                ? List.of(new Note(
                        Denial.COMMIT_AUTHORS_UNKNOWN.code(),
                        "It is unknown whether an author approved it: %s. The pipeline can report it."
                                .formatted(ofHidden(standing))))
                : List.of();
    }

    static String ofHidden(Standing standing) {
        return standing.document().commits().isEmpty()
                ? "it names no commit, so nobody knows who is behind it"
                : standing.hidden().stream().map(HiddenAuthors::words).collect(Collectors.joining("; "));
    }
}
