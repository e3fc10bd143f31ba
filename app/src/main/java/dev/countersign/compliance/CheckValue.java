package dev.countersign.compliance;

import java.util.Locale;

/** What a check came to. Only a clear yes, or a question that does not arise, lets a change pass. */
public enum CheckValue {
    SATISFIED,
    UNSATISFIED,
    WAIVED,
    NOT_APPLICABLE,
    ERROR;

    /** Whether it is no yes: a check that could not be answered is as red as one that said no. */
    public boolean red() {
        return switch (this) {
            case UNSATISFIED, ERROR -> true;
            case SATISFIED, WAIVED, NOT_APPLICABLE -> false;
        };
    }

    /** The word in styles and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people read on the badge. */
    public String label() {
        return switch (this) {
            case SATISFIED -> "Satisfied";
            case UNSATISFIED -> "Needs work";
            case WAIVED -> "Waived";
            case NOT_APPLICABLE -> "Does not apply";
            case ERROR -> "Could not be checked";
        };
    }

    /** How it is coloured; never by colour alone. */
    public String tone() {
        return switch (this) {
            case SATISFIED -> "good";
            case UNSATISFIED, ERROR -> "bad";
            case WAIVED -> "warn";
            case NOT_APPLICABLE -> "";
        };
    }

    /** The icon that says the same without colour. */
    public String icon() {
        return switch (this) {
            case SATISFIED -> "circle-check";
            case UNSATISFIED -> "circle-x";
            case WAIVED -> "hand";
            case NOT_APPLICABLE -> "minus";
            case ERROR -> "circle-alert";
        };
    }
}
