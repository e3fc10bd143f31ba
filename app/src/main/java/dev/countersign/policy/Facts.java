package dev.countersign.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the decision table `change-requirements` looks at, in the table's own words.
 *
 * @param tier the lowest tier number, hence the most critical, of the systems it reaches
 * @param hours each UTC hour of the day, 0 to 23, in which its window is open; a clause applies if one of them fits
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
        List<Integer> hours,
        boolean conflict) {

    public Facts {
        hours = hours.stream().distinct().sorted().toList();
    }

    /** With a window within one hour. */
    public Facts(
            int tier,
            String kind,
            String environment,
            String blastRadius,
            boolean controlPlane,
            boolean dataMutation,
            String aiInvolvement,
            int hour,
            boolean conflict) {
        this(tier, kind, environment, blastRadius, controlPlane, dataMutation, aiInvolvement, List.of(hour), conflict);
    }

    /** What was kept by an earlier release has the hour in which the window opens, and no other. */
    @JsonCreator
    static Facts kept(
            @JsonProperty("tier") int tier,
            @JsonProperty("kind") String kind,
            @JsonProperty("environment") String environment,
            @JsonProperty("blastRadius") String blastRadius,
            @JsonProperty("controlPlane") boolean controlPlane,
            @JsonProperty("dataMutation") boolean dataMutation,
            @JsonProperty("aiInvolvement") String aiInvolvement,
            @JsonProperty("hours") @Nullable List<Integer> hours,
            @JsonProperty("hour") @Nullable Integer hour,
            @JsonProperty("conflict") boolean conflict) {
        List<Integer> opens = List.of(hour == null ? 0 : hour);
        return new Facts(
                tier,
                kind,
                environment,
                blastRadius,
                controlPlane,
                dataMutation,
                aiInvolvement,
                hours == null || hours.isEmpty() ? opens : hours,
                conflict);
    }

    /** The same once for each hour of its window. */
    List<Facts> hourly() {
        return hours.size() == 1
                ? List.of(this)
                : hours.stream()
                        .map(hour -> with(Fact.HOUR, Integer.toString(hour)))
                        .toList();
    }

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
                fact == Fact.HOUR ? List.of(Integer.valueOf(value)) : hours,
                fact == Fact.CONFLICT ? Boolean.parseBoolean(value) : conflict);
    }

    /** The same but for the tier of its systems. */
    public Facts ofTier(int other) {
        return with(Fact.TIER, Integer.toString(other));
    }

    /** The same but for the conflict: others cause that, so it counts as it was when the change was assessed. */
    public Facts withConflict(boolean then) {
        return new Facts(tier, kind, environment, blastRadius, controlPlane, dataMutation, aiInvolvement, hours, then);
    }
}
