package dev.countersign.matrix;

import static dev.countersign.Personas.ELENA;
import static dev.countersign.Personas.FARID;
import static dev.countersign.Personas.GRACE;

import dev.countersign.Cast;
import dev.countersign.engine.Inbox;
import dev.countersign.local.RealStack;
import dev.countersign.policy.Demand;
import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.Fact;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDraftId;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.TypedRule;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** Drafts of the policy as the table names them: written and proposed by Grace, approved by Elena and Farid. */
final class Drafters {

    private static final Duration IN_YEARS = Duration.ofDays(4000);

    private final PolicyDrafts drafts;
    private final EditionDecisions decisions;
    private final Policies policies;
    private final Inbox inbox;
    private final Clock clock;

    Drafters(BeanFactory beans) {
        drafts = beans.getBean(PolicyDrafts.class);
        decisions = beans.getBean(EditionDecisions.class);
        policies = beans.getBean(Policies.class);
        inbox = beans.getBean(Inbox.class);
        clock = beans.getBean(Clock.class);
    }

    Scene scene(String name) {
        return switch (name) {
            case "policy" -> policy();
            case "draft-begun" -> about(begun());
            case "draft-proposed" -> about(proposed(IN_YEARS));
            case "draft-approved" -> about(approved(IN_YEARS));
            case "draft-in-force" -> about(inForce());
            case "draft-discarded" -> about(discarded());
            default ->
                throw new IllegalStateException("Expected a scene of the table, but found '%s'.".formatted(name));
        };
    }

    private Scene policy() {
        String version = policies.inForce().id();
        return new Scene(
                Map.of("id", version),
                Map.of("_from", version, "title", "The same table"),
                () -> drafts.page(Optional.empty(), 1).toString());
    }

    private Scene about(PolicyDraftId id) {
        PolicyDraft draft = drafts.get(id);
        Map<String, String> fields = new LinkedHashMap<>(rules(draft));
        fields.put("_read", Integer.toString(draft.text()));
        fields.put("_round", "1");
        fields.put("decision", "approve");
        fields.put("reason", "Nothing is different, so nothing can break.");
        fields.put("startsAt", clock.instant().plus(IN_YEARS).toString().substring(0, 16));
        return new Scene(Map.of("id", id.value()), fields, () -> drafts.get(id).toString(), draft.state());
    }

    /** What the editor's page would send; one clause says in other words what it is for. */
    private Map<String, String> rules(PolicyDraft draft) {
        Map<String, String> fields = new LinkedHashMap<>();
        List<TypedRule> rules = drafts.table(draft).rules();
        for (int row = 0; row < rules.size(); row++) {
            TypedRule rule = rules.get(row);
            String prefix = "rule[%d].".formatted(row);
            fields.put(prefix + "id", rule.id());
            fields.put(prefix + "description", row == 0 ? "Said in other words." : rule.description());
            for (Fact fact : Fact.values()) {
                fields.put(prefix + fact.word(), rule.fact(fact));
            }
            for (Demand demand : Demand.values()) {
                fields.put(prefix + demand.word(), rule.demand(demand));
            }
        }
        return fields;
    }

    private PolicyDraftId begun() {
        return drafts.begin(policies.inForce().id(), "The same table", GRACE).id();
    }

    /** Once its process has begun, so that its diagram can be drawn. It changes nothing. */
    private PolicyDraftId proposed(Duration from) {
        PolicyDraftId id = begun();
        drafts.propose(id, 0, clock.instant().plus(from), "Nothing is different, so nothing can break.", GRACE);
        Cast.await(id + " is asked about").until(() -> !inbox.open(id.value()).isEmpty());
        return id;
    }

    private PolicyDraftId discarded() {
        PolicyDraftId id = begun();
        drafts.discard(id, GRACE);
        return id;
    }

    private PolicyDraftId approved(Duration from) {
        PolicyDraftId id = proposed(from);
        decisions.decide(id, 1, ELENA, true, "");
        decisions.decide(id, 1, FARID, true, "");
        return id;
    }

    private PolicyDraftId inForce() {
        PolicyDraftId id = approved(Duration.ofMinutes(1));
        RealStack.shared().moveClock(Duration.ofMinutes(2));
        return id;
    }
}
