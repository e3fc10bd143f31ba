package dev.countersign.changes;

import java.util.List;

/**
 * Who had a hand in a commit, in the words of the pipeline that knows.
 *
 * @param sha in full
 */
public record Commit(String repository, String sha, List<Hand> hands) {

    public Commit {
        hands = hands.stream().distinct().toList();
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
