package dev.countersign.compliance;

import dev.countersign.changes.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The answers of all checks on one revision; they stay as they were given. */
public record CheckRun(ChangeId change, int revision, Instant at, List<CheckResult> results) {

    public CheckRun {
        results = List.copyOf(results);
    }

    /** Whether nothing blocks; no answers at all are no yes. */
    public boolean green() {
        return !results.isEmpty() && blocking().isEmpty();
    }

    public List<CheckResult> blocking() {
        return results.stream().filter(CheckResult::blocks).toList();
    }

    /** One line for the record. */
    public String summary() {
        if (green()) {
            return "passed all %d checks".formatted(results.size());
        }
        return blocking().stream()
                .map(CheckResult::check)
                .collect(Collectors.joining(
                        ", ", "found %d of %d checks red: ".formatted(blocking().size(), results.size()), ""));
    }
}
