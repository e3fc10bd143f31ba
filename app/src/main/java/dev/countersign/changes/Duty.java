package dev.countersign.changes;

import dev.countersign.refusals.Words;

/** What somebody is to a change; nobody is two of these. */
public enum Duty {
    AUTHOR("write", "wrote it"),
    REVIEWER("review", "[reviews|review] it"),
    DIRECTOR("sign off", "[signs|sign] it off as director"),
    VP("decide the escalation of", "[decides|decide] its escalation as VP"),
    KEY_HOLDER("turn the second key of", "turned its second key");

    private final String deed;
    private final String relation;

    Duty(String deed, String relation) {
        this.deed = deed;
        this.relation = relation;
    }

    /** What it is to do, before the change's name. */
    String deed() {
        return deed;
    }

    /** After the name of whoever has it: "wrote it". */
    public Words relation() {
        return Words.of(relation);
    }
}
