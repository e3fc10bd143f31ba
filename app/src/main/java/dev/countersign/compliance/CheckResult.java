package dev.countersign.compliance;

import java.util.List;

/**
 * The answer of one check on one revision.
 *
 * @param check the check's stable id
 * @param version which wording of the rule answered; it grows when the rule changes
 * @param fixHint what the author does about it; empty unless it blocks
 */
public record CheckResult(
        String check, int version, String title, CheckValue value, List<Evidence> evidence, String fixHint) {

    public CheckResult {
        evidence = List.copyOf(evidence);
    }

    public boolean blocks() {
        return value.blocks();
    }
}
