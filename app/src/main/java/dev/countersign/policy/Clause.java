package dev.countersign.policy;

import java.util.Collection;
import java.util.List;

/** One row of the decision table that applied, and what it asks for. */
record Clause(
        String id,
        int reviews,
        boolean directorSignOff,
        boolean vpApproval,
        boolean secondKey,
        BlockingChecks blockingChecks,
        int bakeMinutes,
        int approvalHours,
        int windowHours) {

    /** Everything that any of them asks for. */
    static Requirements strictest(Collection<Clause> clauses) {
        return clauses.stream()
                .map(Clause::demanded)
                .reduce(Requirements::and)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to find at least one clause that applies, but the decision table has none: a change"
                                + " that nothing is asked of must not go."));
    }

    private Requirements demanded() {
        return new Requirements(
                reviews,
                directorSignOff,
                vpApproval,
                secondKey,
                blockingChecks,
                bakeMinutes,
                approvalHours,
                windowHours,
                List.of(id));
    }

    /** How the table writes what it asks for there. */
    String written(Demand demand) {
        return switch (demand) {
            case REVIEWS -> Integer.toString(reviews);
            case DIRECTOR_SIGN_OFF -> Boolean.toString(directorSignOff);
            case VP_APPROVAL -> Boolean.toString(vpApproval);
            case SECOND_KEY -> Boolean.toString(secondKey);
            case BLOCKING_CHECKS -> blockingChecks.written();
            case BAKE_MINUTES -> Integer.toString(bakeMinutes);
            case APPROVAL_HOURS -> Integer.toString(approvalHours);
            case WINDOW_HOURS -> Integer.toString(windowHours);
        };
    }
}
