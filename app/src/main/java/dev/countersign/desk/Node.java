package dev.countersign.desk;

/** A box, circle or diamond of a diagram. */
record Node(String id, String name, Kind kind) {

    /** What a token can do there. */
    enum Kind {
        /** Somebody or something works; the engine knows when the token was there. */
        WORK,
        /** The token waits for time or news. */
        WAIT,
        /** The token goes through at once. */
        PASSAGE,
        START,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
