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

    /** What was not a yes, whether it stops the change or only warns. */
    public List<CheckResult> red() {
        return results.stream().filter(result -> result.value().red()).toList();
    }

    public List<CheckResult> warnings() {
        return results.stream().filter(CheckResult::warns).toList();
    }

    public List<CheckResult> blocking() {
        return results.stream().filter(CheckResult::blocks).toList();
    }

    /** One line for the record. */
    public String summary() {
        if (green()) {
            return warnings().isEmpty()
                    ? "found all %d checks green".formatted(results.size())
                    : listed(
                            "passed; %d of %d checks only warn: "
                                    .formatted(warnings().size(), results.size()),
                            warnings());
        }
        return listed("found %d of %d checks red: ".formatted(blocking().size(), results.size()), blocking());
    }

    private static String listed(String beginning, List<CheckResult> results) {
        return results.stream().map(CheckResult::title).collect(Collectors.joining("; ", beginning, ""));
    }
}
