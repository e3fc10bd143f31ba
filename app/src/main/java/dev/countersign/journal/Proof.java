package dev.countersign.journal;

/** What re-computing a stream's chain of hashes showed. */
public sealed interface Proof {

    String stream();

    default boolean holds() {
        return this instanceof Intact;
    }

    /** Every entry follows from the one before it; an empty stream is intact. */
    record Intact(String stream, long entries, Hash head) implements Proof {}

    /** The first entry that is not what was written, and why. */
    record Broken(String stream, long seq, String why) implements Proof {}
}
