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

    /** The same but for one fact. */
    Facts with(Fact fact, String value) {
        return new Facts(
                fact == Fact.TIER ? Integer.parseInt(value) : tier,
                fact == Fact.KIND ? value : kind,
                fact == Fact.ENVIRONMENT ? value : environment,
                fact == Fact.BLAST_RADIUS ? value : blastRadius,
                fact == Fact.CONTROL_PLANE ? Boolean.parseBoolean(value) : controlPlane,
                fact == Fact.DATA_MUTATION ? Boolean.parseBoolean(value) : dataMutation,
                fact == Fact.AI_INVOLVEMENT ? value : aiInvolvement,
                fact == Fact.HOUR ? Integer.parseInt(value) : hour,
                fact == Fact.CONFLICT ? Boolean.parseBoolean(value) : conflict);
    }

    /** The same but for the tier of its systems. */
    public Facts ofTier(int other) {
        return with(Fact.TIER, Integer.toString(other));
    }

    /** The same but for the conflict: others cause that, so it counts as it was when the change was assessed. */
    public Facts withConflict(boolean then) {
        return new Facts(tier, kind, environment, blastRadius, controlPlane, dataMutation, aiInvolvement, hour, then);
    }
}
