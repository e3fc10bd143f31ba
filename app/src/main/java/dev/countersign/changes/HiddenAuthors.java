package dev.countersign.changes;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.CommitRows.Known;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * A commit of which it is not known who wrote it: nothing was told, or not the author, or somebody whom nobody here knows.
 *
 * @param told whether anything was told of it
 * @param unknown those whom nobody knows, as they were told
 */
public record HiddenAuthors(String sha, boolean told, List<String> unknown) {

    private static final int LONGEST = 200;

    public HiddenAuthors {
        unknown = List.copyOf(unknown);
    }

    /**
     * Empty if all is known: somebody known wrote it, and everybody who had a hand in it is known. A forge that merged it
     * hides nobody, and it stands in for nobody.
     *
     * @param all hands in this commit, and maybe in others
     */
    static Optional<HiddenAuthors> of(String sha, List<Known> all, Forges forges) {
        List<Known> hands = all.stream().filter(hand -> hand.sha().equals(sha)).toList();
        List<String> unknown = unknown(hands, forges);
        boolean wrote = hands.stream()
                .anyMatch(
                        hand -> hand.part() == Part.CODE_AUTHOR && hand.person().isPresent());
        return wrote && unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new HiddenAuthors(sha, !hands.isEmpty(), unknown));
    }

    /** Those whom nobody knows here. */
    static List<String> unknown(List<Known> hands, Forges forges) {
        return hands.stream()
                .filter(hand -> hand.person().isEmpty() && !forges.include(hand))
                .map(Known::who)
                .distinct()
                .toList();
    }

    /** What is not known; a clause without its full stop, the same at the gate and on pages. */
    public String words() {
        String commit = CommitSha.brief(sha);
        if (!told) {
            return "the committer of %s is unknown".formatted(commit);
        }
        return unknown.isEmpty()
                ? "the author of commit %s is unknown".formatted(commit)
                : "nobody here is known as %s, who is behind commit %s"
                        .formatted(Excerpt.of(String.join(", ", unknown), LONGEST), commit);
    }
}
