package dev.countersign.policy;

import java.util.Collection;

/** One row of the decision table that applied, and what it asks for. */
record Clause(String id, int reviews, boolean directorSignOff, boolean vpApproval, int bakeMinutes) {

    /** Everything that any of them asks for. */
    static Requirements strictest(Collection<Clause> clauses) {
        if (clauses.isEmpty()) {
            throw new IllegalStateException(
                    "Expected to find at least one clause that applies, but the decision table has none: a change that"
                            + " nothing is asked of must not go.");
        }
        return new Requirements(
                clauses.stream().mapToInt(Clause::reviews).max().orElseThrow(),
                clauses.stream().anyMatch(Clause::directorSignOff),
                clauses.stream().anyMatch(Clause::vpApproval),
                clauses.stream().mapToInt(Clause::bakeMinutes).max().orElseThrow(),
                clauses.stream().map(Clause::id).distinct().toList());
    }
}
