package dev.countersign;

import static dev.countersign.Cast.await;

import dev.countersign.policy.EditionDecisions;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicyDraft;
import dev.countersign.policy.PolicyDrafts;
import dev.countersign.policy.TypedRule;
import dev.countersign.policy.TypedTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/** Two leaders who decide on the policy, and take it back when a test is over. */
public final class Leaders {

    private final PolicyDrafts drafts;
    private final EditionDecisions decisions;
    private final Policies policies;
    private final Clock clock;
    private final TypedTable usual;
    private final String version;

    private Leaders(BeanFactory beans) {
        drafts = beans.getBean(PolicyDrafts.class);
        decisions = beans.getBean(EditionDecisions.class);
        policies = beans.getBean(Policies.class);
        clock = beans.getBean(Clock.class);
        usual = drafts.inForce();
        version = policies.inForce().id();
    }

    public static Leaders in(BeanFactory beans) {
        return new Leaders(beans);
    }

    /** Puts the usual table with these clauses in addition in force. */
    public void decide(TypedRule... more) {
        PolicyDraft draft = drafts.begin(version, "Another table", Personas.JONAS);
        TypedTable wanted = new TypedTable(
                Stream.concat(usual.rules().stream(), List.of(more).stream()).toList());
        drafts.save(draft.id(), 0, wanted, Personas.JONAS);
        approve(drafts.get(draft.id()));
    }

    /** Puts the table in force that was before. */
    public void reinstate() {
        if (!drafts.inForce().equals(usual)) {
            approve(drafts.begin(version, "The usual table", Personas.JONAS));
        }
    }

    private void approve(PolicyDraft draft) {
        drafts.propose(
                draft.id(), draft.text(), clock.instant().plus(Duration.ofSeconds(2)), "For a test.", Personas.JONAS);
        decisions.decide(draft.id(), 1, Personas.ELENA, true, "");
        decisions.decide(draft.id(), 1, Personas.HUGO, true, "");
        await("its table is in force").until(() -> drafts.inForce().equals(drafts.table(draft)));
    }
}
