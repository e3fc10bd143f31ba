package dev.countersign.changes;

import java.util.List;

/**
 * Who had a hand in a commit and which files it changes, in the words of the pipeline that knows.
 *
 * @param sha in full
 * @param files every one of them, by its path from the root of the repository; none if the pipeline did not tell
 */
public record Commit(String repository, String sha, List<Hand> hands, List<String> files) {

    public Commit {
        hands = hands.stream().distinct().toList();
        files = files.stream().distinct().toList();
    }

    public Commit(String repository, String sha, List<Hand> hands) {
        this(repository, sha, hands, List.of());
    }

    /**
     * One person's part in it.
     *
     * @param who an e-mail address, or the id of a person
     */
    public record Hand(Authorship.Part part, String who) {

        public Hand {
            if (!part.isByCommit()) {
                throw new IllegalArgumentException("Expected a part in a commit, but got %s.".formatted(part));
            }
        }
    }
}
