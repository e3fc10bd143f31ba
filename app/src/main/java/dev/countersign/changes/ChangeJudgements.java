package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import dev.countersign.registry.Systems;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the policy the facts of a change's current revision, and keeps what it demands. */
@Component
class ChangeJudgements implements Judgements {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Systems systems;
    private final Conflicts conflicts;
    private final Assessments assessments;

    ChangeJudgements(Changes changes, ChangeFlow flow, Systems systems, Conflicts conflicts, Assessments assessments) {
        this.changes = changes;
        this.flow = flow;
        this.systems = systems;
        this.conflicts = conflicts;
        this.assessments = assessments;
    }

    @Override
    public Facts facts(String id) {
        Change change = changes.get(new ChangeId(id));
        return facts(change.document()).withConflict(conflicts.has(change));
    }

    @Override
    public Facts standingFacts(String id) {
        Change change = changes.get(new ChangeId(id));
        return facts(change.document())
                .withConflict(
                        assessments.facts(change.id()).map(Facts::conflict).orElse(false));
    }

    @Override
    public List<Touched> touched(String change) {
        return systems.named(changes.get(new ChangeId(change)).document().systems()).stream()
                .map(system -> new Touched(system.key(), system.department(), system.tier()))
                .toList();
    }

    @Override
    public String policyVersion(String change) {
        return changes.get(new ChangeId(change)).policyVersion().orElseThrow();
    }

    @Override
    public void demand(String change, Facts facts, Requirements requirements) {
        flow.assessed(new ChangeId(change), facts, requirements);
    }

    private Facts facts(ChangeDocument document) {
        return new Facts(
                systems.leading(document.systems()).tier(),
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
