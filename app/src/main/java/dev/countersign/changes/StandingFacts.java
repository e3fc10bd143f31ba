package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Touched;
import dev.countersign.registry.ProductionSystem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the policy judges a change by: its current text, and what it reaches as the registry has it at this moment. */
@Component
public class StandingFacts {

    private final Assessments assessments;

    StandingFacts(Assessments assessments) {
        this.assessments = assessments;
    }

    /**
     * With the conflict as it was when the change was judged: others must not close its gate later.
     *
     * @param reach at least one system
     */
    public Facts of(Change change, Reach reach) {
        return judged(change.document(), reach)
                .withConflict(
                        assessments.facts(change.id()).map(Facts::conflict).orElse(false));
    }

    /** Systems as addenda ask about them. */
    public static List<Touched> touched(List<ProductionSystem> systems) {
        return systems.stream()
                .map(system -> new Touched(system.key(), system.department(), system.tier()))
                .toList();
    }

    /** The registry knows better than an author whether a system steers others. */
    static Facts judged(ChangeDocument document, Reach reach) {
        return new Facts(
                reach.leading().tier(),
                word(document.kind()),
                word(document.environment()),
                word(document.blastRadius()),
                document.controlPlane() || !reach.steering().isEmpty(),
                document.dataMutation(),
                word(document.aiInvolvement()),
                hours(document.windowStart(), document.windowEnd()),
                false);
    }

    /**
     * Every hour of the day that a part of the window lies in. A change without a window is turned away by a check and by
     * the gate; until then it counts as at midnight.
     */
    private static List<Integer> hours(@Nullable Instant opens, @Nullable Instant closes) {
        if (opens == null) {
            return List.of(0);
        }
        Instant first = opens.truncatedTo(ChronoUnit.HOURS);
        long further =
                closes == null || !closes.isAfter(opens) ? 0 : ChronoUnit.HOURS.between(first, closes.minusNanos(1));
        return LongStream.rangeClosed(0, Math.min(further, 23))
                .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS)
                        .atOffset(ZoneOffset.UTC)
                        .getHour())
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
