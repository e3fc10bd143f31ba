package dev.countersign.policy;

import java.util.Locale;

/** Where an addendum stands at some moment; nothing has to happen for it to change but time. */
public enum AddendumState {
    PROPOSED,
    DECLINED,
    SCHEDULED,
    IN_FORCE,
    EXPIRED,
    ENDED_EARLY;

    /** As people say it after "it is". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean isOver() {
        return this == EXPIRED || this == ENDED_EARLY;
    }

    /** Approved, and not over: its end may be moved. */
    public boolean isAgreed() {
        return this == SCHEDULED || this == IN_FORCE;
    }
}
