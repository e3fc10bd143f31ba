package dev.countersign.reviews;

/** Who is turned to when the reviews of a change take long, in the order in which it goes up the line. */
public enum Step {
    REMINDER("a reminder"),
    OWNER("the owner of the most critical system"),
    DIRECTOR("the director of the department"),
    VP("the VP above the department");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** After "as". */
    public String words() {
        return words;
    }

    /** Whether it asks for somebody who finds a reviewer, rather than for the review itself. */
    public boolean asksToFind() {
        return this != REMINDER;
    }
}
