package dev.countersign.policy;

/** Where a draft of the policy stands. */
public enum DraftState {
    DRAFT,
    PROPOSED,
    APPROVED,
    /** Thrown away before anybody proposed it. */
    DISCARDED
}
