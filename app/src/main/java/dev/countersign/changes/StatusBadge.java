package dev.countersign.changes;

/** How a state looks: a tone, an icon and words, so that colour never carries it alone. */
public record StatusBadge(String tone, String icon, String words) {

    public static StatusBadge of(Status status) {
        return switch (status) {
            case DRAFT -> new StatusBadge("", "pencil", status.label());
            case CHECKING -> new StatusBadge("active", "list-checks", status.label());
            case NEEDS_WORK -> new StatusBadge("warn", "undo-2", status.label());
            case IN_REVIEW -> new StatusBadge("active", "eye", status.label());
            case SIGN_OFF -> new StatusBadge("active", "signature", status.label());
            case ESCALATED -> new StatusBadge("pause", "flag", status.label());
            case APPROVED -> new StatusBadge("good", "circle-check", status.label());
            case BAKING -> new StatusBadge("active", "hourglass", status.label());
            case OUTCOME -> new StatusBadge("warn", "circle-help", status.label());
            case CLOSED -> new StatusBadge("good", "check-check", status.label());
            case REJECTED -> new StatusBadge("bad", "circle-x", status.label());
            case WITHDRAWN -> new StatusBadge("", "minus", status.label());
            case EXPIRED -> new StatusBadge("", "clock", status.label());
            case ROLLED_BACK -> new StatusBadge("bad", "rotate-ccw", status.label());
        };
    }
}
