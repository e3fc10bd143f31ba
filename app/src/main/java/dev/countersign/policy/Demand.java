package dev.countersign.policy;

import java.util.Locale;

/** A column of the decision table: something that a clause may ask for. */
public enum Demand {
    REVIEWS("reviews", "Reviews", Fact.Type.NUMBER, 2),
    DIRECTOR_SIGN_OFF("directorSignOff", "Director sign-off", Fact.Type.FLAG, 0),
    VP_APPROVAL("vpApproval", "VP approval", Fact.Type.FLAG, 0),
    SECOND_KEY("secondKey", "Second key", Fact.Type.FLAG, 0),
    BLOCKING_CHECKS("blockingChecks", "Checks that block", Fact.Type.WORD, 0),
    BAKE_MINUTES("bakeMinutes", "Bake minutes", Fact.Type.NUMBER, 10_080),
    APPROVAL_HOURS("approvalHours", "Approval valid, hours", Fact.Type.NUMBER, 8_760),
    WINDOW_HOURS("windowHours", "Longest window, hours", Fact.Type.NUMBER, 8_760);

    private final String output;
    private final String label;
    private final Fact.Type type;
    private final int most;

    Demand(String output, String label, Fact.Type type, int most) {
        this.output = output;
        this.label = label;
        this.type = type;
        this.most = most;
    }

    /** Its name as the decision table's output. */
    public String output() {
        return output;
    }

    /** Its name as people read it. */
    public String label() {
        return label;
    }

    Fact.Type type() {
        return type;
    }

    /**
     * The largest number that makes sense: there are two seats for reviewers, a week of baking, a year of validity or of
     * an open window.
     */
    public int most() {
        return most;
    }

    /** In identifiers and names of fields. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a table that has no such column means: what is asked for is never less than before there was one. */
    String untold() {
        return switch (this) {
            case REVIEWS, BAKE_MINUTES, APPROVAL_HOURS, WINDOW_HOURS -> "0";
            case DIRECTOR_SIGN_OFF, VP_APPROVAL, SECOND_KEY -> "false";
            case BLOCKING_CHECKS -> BlockingChecks.ALL;
        };
    }
}
