package dev.countersign.compliance;

/** A rule that a machine decides: the same submission always gets the same answer. */
interface Check {

    /** Stable, kebab-case; a result on the record refers to it for ever. */
    String id();

    /** Grows with each change of the rule, so that an old result can be read by the rule of its day. */
    default int version() {
        return 1;
    }

    /** What holds when the check is satisfied. */
    String title();

    /** What the author does when it is not. */
    String fixHint();

    Finding examine(Submission submission);
}
