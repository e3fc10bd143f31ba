package dev.countersign.reviews;

/** What can make somebody's word about an author's change less free than it looks. */
public enum Tie {
    /** The author approved a change of theirs not long ago. */
    RECIPROCAL("'%s', who wrote it, approved a change of theirs not long ago"),
    /** They answer to the author, by the registry or by the identity provider. */
    SUBORDINATE("they answer to '%s', who wrote it");

    private final String fact;

    Tie(String fact) {
        this.fact = fact;
    }

    String fact(String author) {
        return fact.formatted(author);
    }
}
