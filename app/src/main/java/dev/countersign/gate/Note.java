package dev.countersign.gate;

import java.util.List;
import java.util.stream.Collectors;

/** Something worth knowing beside an answer; it decides nothing. */
public record Note(String code, String words) {

    private static final int SHORT = 12;

    static List<Note> about(Standing standing) {
        return standing.hidesAuthors() && !standing.demandsCommitAuthors()
                ? List.of(new Note(
                        "gate.commit-authors-unknown",
                        "It is unknown whether an author approved it: %s. Tell it with POST /api/gate/commits."
                                .formatted(ofUntold(standing))))
                : List.of();
    }

    static String ofUntold(Standing standing) {
        return standing.document().commits().isEmpty()
                ? "it names no commit, so nobody knows who is behind it"
                : standing.untold().stream()
                        .map(commit -> commit.substring(0, Math.min(SHORT, commit.length())))
                        .collect(Collectors.joining(", ", "nobody told who is behind commit ", ""));
    }
}
