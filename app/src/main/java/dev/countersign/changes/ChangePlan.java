package dev.countersign.changes;

import dev.countersign.engine.Plan;
import dev.countersign.engine.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where the process `production-change` should stand, by what PostgreSQL says of the change. */
@Component
public class ChangePlan implements Plan {

    public static final String PROCESS = "production-change";
    public static final String AMEND = "amend-change";
    public static final String REVIEW = "review-change";
    public static final String SIGN_OFF = "sign-off-change";
    public static final String ESCALATION = "approve-escalation";
    public static final String RECORD_OUTCOME = "record-outcome";

    /** How long checks may take before something must be wrong. */
    private static final Duration CHECKING = Duration.ofMinutes(1);

    private final ChangeRows rows;
    private final Runs runs;
    private final Validity validity;

    ChangePlan(ChangeRows rows, Runs runs, Validity validity) {
        this.rows = rows;
        this.runs = runs;
        this.validity = validity;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public String page(String subject) {
        return "/changes/" + subject;
    }

    @Override
    public Record start(String subject, int run) {
        return new Start(subject, run, subject + "/" + run);
    }

    @Override
    public Set<String> asks(String subject) {
        return change(subject).map(Change::status).map(ChangePlan::asks).orElse(Set.of());
    }

    @Override
    public Optional<Instant> movesBy(String subject) {
        return change(subject).flatMap(this::movesBy);
    }

    /** What a message must say to reach the one wait for the execution in the current run. */
    public String executionWait(String subject) {
        return runs.currentId(subject) + "/execution";
    }

    /** The stage at which the model goes on; the words are those on its gateways. */
    public static String stage(Status status) {
        return switch (status) {
            case CHECKING -> "checks";
            case NEEDS_WORK -> "amend";
            case IN_REVIEW -> "review";
            case SIGN_OFF -> "sign-off";
            case ESCALATED -> "escalation";
            case APPROVED -> "approved";
            case BAKING -> "baking";
            case OUTCOME -> "outcome";
            case DRAFT, CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK -> "done";
        };
    }

    private static Set<String> asks(Status status) {
        return switch (status) {
            case NEEDS_WORK -> Set.of(AMEND);
            case IN_REVIEW -> Set.of(REVIEW);
            case SIGN_OFF -> Set.of(SIGN_OFF);
            case ESCALATED -> Set.of(ESCALATION);
            case OUTCOME -> Set.of(RECORD_OUTCOME);
            case DRAFT, CHECKING, APPROVED, BAKING, CLOSED, REJECTED, WITHDRAWN, EXPIRED, ROLLED_BACK -> Set.of();
        };
    }

    private Optional<Instant> movesBy(Change change) {
        return change.status() == Status.CHECKING
                ? Optional.of(change.statusSince().plus(CHECKING))
                : validity.due(change);
    }

    private Optional<Change> change(String subject) {
        return rows.find(new ChangeId(subject));
    }

    /** The variables of a new run. */
    record Start(String changeId, int run, String runId) {}
}
