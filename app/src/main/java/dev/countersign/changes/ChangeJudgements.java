package dev.countersign.changes;

import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Requirements;
import dev.countersign.policy.Touched;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.Systems;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows the policy the facts of a change's current revision, and keeps what it demands. */
@Component
class ChangeJudgements implements Judgements {

    private final Changes changes;
    private final ChangeFlow flow;
    private final Systems systems;

    ChangeJudgements(Changes changes, ChangeFlow flow, Systems systems) {
        this.changes = changes;
        this.flow = flow;
        this.systems = systems;
    }

    @Override
    public Facts facts(String change) {
        ChangeDocument document = changes.get(new ChangeId(change)).document();
        ProductionSystem leading = systems.leading(document.systems());
        return new Facts(
                leading.tier(),
                word(document.kind()),
                word(document.environment()),
                word(document.blastRadius()),
                document.controlPlane(),
                document.dataMutation(),
                word(document.aiInvolvement()));
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
    public void demand(String change, Requirements requirements) {
        flow.assessed(new ChangeId(change), requirements);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
