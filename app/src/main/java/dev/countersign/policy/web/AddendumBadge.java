package dev.countersign.policy.web;

import dev.countersign.policy.AddendumState;

/** How the state of an addendum looks. */
record AddendumBadge(String tone, String icon, String words) {

    static AddendumBadge of(AddendumState state) {
        return switch (state) {
            case PROPOSED -> new AddendumBadge("active", "hourglass", "Awaiting a second leader");
            case DECLINED -> new AddendumBadge("", "circle-x", "Declined");
            case SCHEDULED -> new AddendumBadge("active", "calendar-clock", "Approved, not begun");
            case IN_FORCE -> new AddendumBadge("pause", "scale", "In force");
            case EXPIRED -> new AddendumBadge("", "clock", "Expired");
            case ENDED_EARLY -> new AddendumBadge("", "flag", "Ended early");
        };
    }
}
