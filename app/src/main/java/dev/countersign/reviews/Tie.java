package dev.countersign.reviews;

import dev.countersign.refusals.Words;

/** What can make somebody's word about an author's change less free than it looks. */
public enum Tie {
    /** The author approved a change of theirs not long ago. */
    RECIPROCAL("%s, who wrote it, recently approved a change by %s"),
    /** They answer to the author, by the registry or by the identity provider. */
    SUBORDINATE("%s, who wrote it, is above %s in the line of command");

    private final String fact;

    Tie(String fact) {
        this.fact = fact;
    }

    Words fact(Object author, Object tied) {
        return Words.of(fact, author, tied);
    }
}
