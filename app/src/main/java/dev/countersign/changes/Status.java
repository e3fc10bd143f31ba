package dev.countersign.changes;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a change stands. PostgreSQL says so; the process only follows. */
public enum Status {
    DRAFT,
    CHECKING,
    NEEDS_WORK,
    IN_REVIEW,
    SIGN_OFF,
    ESCALATED,
    APPROVED,
    BAKING,
    OUTCOME,
    CLOSED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    ROLLED_BACK;

    private static final Set<Status> ENDED = EnumSet.of(CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK);
    private static final Set<Status> BEFORE_APPROVAL = EnumSet.of(CHECKING, NEEDS_WORK, IN_REVIEW, SIGN_OFF, ESCALATED);
    private static final Set<Status> BEFORE_PEOPLE = EnumSet.of(IN_REVIEW, SIGN_OFF, ESCALATED, APPROVED);
    private static final Set<Status> BEFORE_EXECUTION =
            EnumSet.of(DRAFT, CHECKING, NEEDS_WORK, IN_REVIEW, SIGN_OFF, ESCALATED, APPROVED);

    public boolean ended() {
        return ENDED.contains(this);
    }

    /** A draft has no process and an ended change needs none any more. */
    public boolean hasProcess() {
        return this != DRAFT && !ended();
    }

    public boolean canBeWithdrawn() {
        return BEFORE_EXECUTION.contains(this);
    }

    /** While people decide on it or have approved it: its authors may edit it on its way. */
    public boolean canBeEdited() {
        return BEFORE_PEOPLE.contains(this);
    }

    /** From its review until it is executed: somebody may stop it there. */
    public boolean canBeHeld() {
        return BEFORE_PEOPLE.contains(this);
    }

    /** While its road to the approval is still open. */
    public boolean canBeRejudged() {
        return BEFORE_APPROVAL.contains(this);
    }

    /** The word in addresses, badges and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people read on the badge. */
    public String label() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (this) {
            case SIGN_OFF -> "Awaiting sign-off";
            case OUTCOME -> "Awaiting outcome";
            case DRAFT,
                    CHECKING,
                    NEEDS_WORK,
                    IN_REVIEW,
                    ESCALATED,
                    APPROVED,
                    BAKING,
                    CLOSED,
                    REJECTED,
                    WITHDRAWN,
                    EXPIRED,
                    ROLLED_BACK -> Character.toUpperCase(words.charAt(0)) + words.substring(1);
        };
    }
}
