package dev.countersign.registry;

/** Where a proposal stands. */
public enum ProposalState {
    OPEN("open"),
    ADOPTED("adopted"),
    DECLINED("declined"),
    WITHDRAWN("withdrawn");

    private final String words;

    ProposalState(String words) {
        this.words = words;
    }

    /** As people say it after "it is". */
    public String words() {
        return words;
    }
}
