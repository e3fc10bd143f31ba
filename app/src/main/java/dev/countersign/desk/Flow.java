package dev.countersign.desk;

/**
 * A way from one node to the next.
 *
 * @param id the arrow's id; empty where nothing is drawn, as from a task to the event on its border
 */
record Flow(String id, Kind kind, String from, String to) {

    /** What makes the token go there. */
    enum Kind {
        ARROW,
        BORDER,
        /** A jump to the link of the same name. */
        LINK
    }
}
