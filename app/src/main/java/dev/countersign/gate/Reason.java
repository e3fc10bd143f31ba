package dev.countersign.gate;

/** One thing that stands in the way: the rule by its stable code, what it expects, what is true, and the way out. */
public record Reason(String code, String expected, String actual, String wayOut) {

    /** The rule in a sentence for people. */
    public String words() {
        return Denial.words(code);
    }
}
