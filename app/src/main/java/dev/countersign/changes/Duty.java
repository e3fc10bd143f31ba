package dev.countersign.changes;

/** What somebody is to a change; nobody is two of these. */
public enum Duty {
    AUTHOR("wrote it"),
    REVIEWER("reviews it"),
    DIRECTOR("signs it off as director"),
    VP("decides its escalation as VP"),
    KEY_HOLDER("turned its second key");

    private final String relation;

    Duty(String relation) {
        this.relation = relation;
    }

    /** "… but ada wrote it". */
    public String relation() {
        return relation;
    }
}
