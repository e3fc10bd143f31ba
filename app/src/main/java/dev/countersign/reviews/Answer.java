package dev.countersign.reviews;

/** What somebody says of a revision. A leader approves or rejects; to ask for changes or to abstain is for reviewers. */
public enum Answer {
    APPROVE("approved"),
    ASK_FOR_CHANGES("asked for changes"),
    REJECT("rejected"),
    ABSTAIN("abstained");

    private final String pastTense;

    Answer(String pastTense) {
        this.pastTense = pastTense;
    }

    /** "chloe approved". */
    public String pastTense() {
        return pastTense;
    }
}
