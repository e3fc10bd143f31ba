package dev.countersign.journal;

import java.util.List;

/** What re-computing a stream's chain of hashes showed, and comparing it with what is kept of the same deeds. */
public sealed interface Proof {

    String stream();

    default boolean holds() {
        return this instanceof Intact;
    }

    /**
     * Every entry follows from the one before it and no deed is without one; an empty stream is intact.
     *
     * @param former deeds from before they were bound to their proof, of which none was found
     */
    record Intact(String stream, long entries, Hash head, long former) implements Proof {

        Intact(String stream, long entries, Hash head) {
            this(stream, entries, head, 0);
        }

        Intact noting(long deeds) {
            return new Intact(stream, entries, head, deeds);
        }
    }

    /** The first entry that is not what was written, and why. */
    record Broken(String stream, long seq, String why) implements Proof {

        public List<String> findings() {
            return List.of();
        }
    }

    /** The chain fits, but it and what is kept of deeds do not tell the same. */
    record Differing(String stream, List<String> findings) implements Proof {

        public Differing {
            findings = List.copyOf(findings);
        }
    }
}
