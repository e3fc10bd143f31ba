package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Touched;
import dev.countersign.registry.ProductionSystem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the policy judges a change by: its current text, and its systems as the registry has them at this moment. */
@Component
public class StandingFacts {

    private final Assessments assessments;

    StandingFacts(Assessments assessments) {
        this.assessments = assessments;
    }

    /**
     * With the conflict as it was when the change was judged: others must not close its gate later.
     *
     * @param systems those of its systems that are registered, the most critical first
     */
    public Facts of(Change change, List<ProductionSystem> systems) {
        return of(change.document(), systems.getFirst().tier())
                .withConflict(
                        assessments.facts(change.id()).map(Facts::conflict).orElse(false));
    }

    /** Systems as addenda ask about them. */
    public static List<Touched> touched(List<ProductionSystem> systems) {
        return systems.stream()
                .map(system -> new Touched(system.key(), system.department(), system.tier()))
                .toList();
    }

    static Facts of(ChangeDocument document, int tier) {
        return new Facts(
                tier,
                word(document.kind()),
                word(document.environment()),
                word(document.blastRadius()),
                document.controlPlane(),
                document.dataMutation(),
                word(document.aiInvolvement()),
                hour(document.windowStart()),
                false);
    }

    /** A change without a window is turned away by a check and by the gate; until then it counts as at midnight. */
    private static int hour(@Nullable Instant opens) {
        return opens == null ? 0 : opens.atOffset(ZoneOffset.UTC).getHour();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
