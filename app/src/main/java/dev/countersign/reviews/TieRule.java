package dev.countersign.reviews;

/** What the house makes of a tie. */
enum TieRule {
    /** Nothing. */
    ALLOW,
    /** An approval needs a declaration, and the tie stands beside it on the record. */
    WARN,
    /** Somebody else has to decide. */
    REFUSE
}
