package dev.countersign.gate;

import dev.countersign.refusals.Words;

/** One thing that stands in the way: the rule by its stable code, what it expects, what is true, and the way out. */
public record Reason(String code, String expected, Words actual, String wayOut) {

    /** The rule in a sentence for people. */
    public String words() {
        return Denial.words(code);
    }
}
