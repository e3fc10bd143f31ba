package dev.countersign.policy;

/**
 * What the decision table `change-requirements` looks at, in the table's own words.
 *
 * @param tier the lowest tier number, hence the most critical, of the systems touched
 * @param hour the UTC hour in which its window opens, 0 to 23
 * @param conflict whether another change that is under way touches one of the same systems in an overlapping window
 */
public record Facts(
        int tier,
        String kind,
        String environment,
        String blastRadius,
        boolean controlPlane,
        boolean dataMutation,
        String aiInvolvement,
        int hour,
        boolean conflict) {

    /** The same but for the conflict: others cause that, so it counts as it was when the change was assessed. */
    public Facts withConflict(boolean then) {
        return new Facts(tier, kind, environment, blastRadius, controlPlane, dataMutation, aiInvolvement, hour, then);
    }
}
