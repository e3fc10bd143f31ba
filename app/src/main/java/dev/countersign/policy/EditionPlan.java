package dev.countersign.policy;

import dev.countersign.engine.Plan;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the process `policy-edition` should stand, by what PostgreSQL says of the draft. */
@Component
public class EditionPlan implements Plan {

    public static final String PROCESS = "policy-edition";
    static final String APPROVE_EDITION = "approve-edition";

    private final PolicyDraftRows rows;

    EditionPlan(PolicyDraftRows rows) {
        this.rows = rows;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String page(String subject) {
        return "/policy/drafts/" + subject;
    }

    @Override
    public Record start(String subject, int run) {
        return new Start(subject, run, subject + "/" + run);
    }

    @Override
    public Set<String> asks(String subject) {
        return rows.find(new PolicyDraftId(subject))
                        .filter(draft -> draft.state() == DraftState.PROPOSED)
                        .isPresent()
                ? Set.of(APPROVE_EDITION)
                : Set.of();
    }

    /** When it comes into force is data; nothing has to happen then. */
    @Override
    public Optional<Instant> movesBy(String subject) {
        return Optional.empty();
    }

    /** The variables of a new run. */
    record Start(String draftId, int run, String runId) {}
}
