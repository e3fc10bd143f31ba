package dev.countersign.compliance;

import java.util.List;

/**
 * The answer of one check on one revision.
 *
 * @param check the check's stable id
 * @param version which wording of the rule answered; it grows when the rule changes
 * @param required whether the policy lets a red answer stop the change
 * @param fixHint what the author does about it; empty unless it is red
 */
public record CheckResult(
        String check,
        int version,
        String title,
        CheckValue value,
        List<Evidence> evidence,
        boolean required,
        String fixHint) {

    public CheckResult {
        evidence = List.copyOf(evidence);
    }

    /** What could not be checked stops a change whatever the policy says. */
    public boolean blocks() {
        return value == CheckValue.ERROR || (value.red() && required);
    }

    /** Red, but the policy only wants it to be seen. */
    public boolean warns() {
        return value.red() && !blocks();
    }

    public String tone() {
        return warns() ? "warn" : value.tone();
    }

    public String icon() {
        return warns() ? "triangle-alert" : value.icon();
    }

    public String label() {
        return warns() ? "Warns only" : value.label();
    }
}
