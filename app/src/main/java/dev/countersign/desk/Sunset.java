package dev.countersign.desk;

import dev.countersign.policy.Addendum;
import java.time.Instant;
import java.util.List;

/**
 * What an addendum cost and what it stopped, until now or until its end.
 *
 * @param until its end, or now if that is earlier
 * @param changes how many changes were judged under it and covered by it
 * @param before the harm in a span of the same length before it began
 */
public record Sunset(
        Addendum addendum,
        Instant from,
        Instant until,
        int changes,
        int systems,
        List<Control> controls,
        Stopped stopped,
        Harm before,
        Harm during) {

    /**
     * What was stopped on the way of the changes it covered, by whatever control.
     *
     * @param redChecks runs of the checks that were red
     * @param deniedChanges changes that the gate denied at least once
     */
    public record Stopped(int redChecks, int askedForChanges, int rejections, int denials, int deniedChanges) {}

    /**
     * What went wrong with the systems it covers.
     *
     * @param bypasses incidents of which no change was on record
     */
    public record Harm(int incidents, int bypasses, long lostOrders, long errors) {}
}
