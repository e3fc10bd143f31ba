package dev.countersign.changes;

/** The stops on a change's way to production, as people count them; a stage of the process may have none of its own. */
public enum RoadStop {
    DRAFT("Draft"),
    CHECKS("Checks"),
    REVIEWS("Reviews"),
    DIRECTOR("Director"),
    VP("VP"),
    WINDOW("Window"),
    BAKE("Bake");

    private final String label;

    RoadStop(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
