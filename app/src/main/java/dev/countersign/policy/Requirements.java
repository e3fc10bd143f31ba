package dev.countersign.policy;

import java.util.List;

/**
 * What a change must have before it may go: the strictest of every clause that applied.
 *
 * @param reviews how many independent people must approve
 * @param bakeMinutes how long it must be watched after execution, at least
 * @param clauses the ids of the clauses in the decision table that asked for this
 */
public record Requirements(
        int reviews, boolean directorSignOff, boolean vpApproval, int bakeMinutes, List<String> clauses) {

    public Requirements {
        clauses = List.copyOf(clauses);
    }
}
