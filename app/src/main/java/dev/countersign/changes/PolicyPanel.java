package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.policy.Explanation;
import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Policies;
import dev.countersign.registry.ProductionSystem;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows on a change's page why it must have what it must have, and what would make it cheaper. */
@Component
class PolicyPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param unnamed systems that count though nobody named them: they are built from its repository
     * @param steering control planes that count though its author says that it changes none
     * @param cheaper only while its text can still change
     */
    record Shown(
            String change,
            String version,
            String repository,
            List<ProductionSystem> unnamed,
            List<ProductionSystem> steering,
            List<Explanation.Reason> reasons,
            List<String> cheaper,
            boolean mayRejudge) {}

    private final Assessments assessments;
    private final Judgements judgements;
    private final Policies policies;
    private final Rejudging rejudging;
    private final Reaches reaches;

    PolicyPanel(
            Assessments assessments, Judgements judgements, Policies policies, Rejudging rejudging, Reaches reaches) {
        this.assessments = assessments;
        this.judgements = judgements;
        this.policies = policies;
        this.rejudging = rejudging;
        this.reaches = reaches;
    }

    @Override
    public Place place() {
        return Place.POLICY;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String fragment() {
        return "policy/reasons :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return change.requirements().isPresent() ? Optional.of(shown(change, reader)) : Optional.empty();
    }

    private Shown shown(Change change, Person reader) {
        Facts facts = assessments
                .facts(change.id())
                .orElseGet(() -> judgements.standingFacts(change.id().value()));
        String version = change.policyVersion().orElseThrow();
        Reach reach = reaches.of(change.document());
        Explanation explanation =
                policies.explain(version, facts, judgements.touched(change.id().value()));
        return new Shown(
                change.id().value(),
                version,
                change.document().repository(),
                reach.unnamed(),
                change.document().controlPlane() ? List.of() : reach.steering(),
                explanation.reasons(),
                change.status().canBeRejudged() ? explanation.cheaper() : List.of(),
                rejudging.toRejudge(change, reader).granted());
    }
}
