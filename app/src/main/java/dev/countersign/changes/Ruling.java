package dev.countersign.changes;

/** What the reviewers said together, once all of them had spoken. */
public enum Ruling {
    APPROVED,
    ASKED_FOR_CHANGES,
    REJECTED
}
