package dev.countersign.changes;

import dev.countersign.identity.Person;
import dev.countersign.policy.Explanation;
import dev.countersign.policy.Facts;
import dev.countersign.policy.Judgements;
import dev.countersign.policy.Policies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows on a change's page why it must have what it must have, and what would make it cheaper. */
@Component
class PolicyPanel implements ChangePanel {

    /** What the panel says; ways to make it cheaper only while its text can still change. */
    record Shown(
            String change,
            String version,
            List<Explanation.Reason> reasons,
            List<String> cheaper,
            boolean mayRejudge) {}

    private final Assessments assessments;
    private final Judgements judgements;
    private final Policies policies;
    private final Rejudging rejudging;

    PolicyPanel(Assessments assessments, Judgements judgements, Policies policies, Rejudging rejudging) {
        this.assessments = assessments;
        this.judgements = judgements;
        this.policies = policies;
        this.rejudging = rejudging;
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
        Explanation explanation =
                policies.explain(version, facts, judgements.touched(change.id().value()));
        return new Shown(
                change.id().value(),
                version,
                explanation.reasons(),
                change.status().canBeRejudged() ? explanation.cheaper() : List.of(),
                rejudging.toRejudge(change, reader).granted());
    }
}
