package dev.countersign.policy;

/**
 * What the decision table `change-requirements` looks at, in the table's own words.
 *
 * @param tier the lowest tier number, hence the most critical, of the systems touched
 */
public record Facts(
        int tier,
        String kind,
        String environment,
        String blastRadius,
        boolean controlPlane,
        boolean dataMutation,
        String aiInvolvement) {}
