package dev.countersign.compliance;

import dev.countersign.changes.ChangeId;
import dev.countersign.journal.Recorded;
import java.util.List;

/**
 * The checks gave their answers on a revision.
 *
 * @param answers each check with its version and value, such as `named-alarms/1 SATISFIED`
 */
public record ChecksRun(
        ChangeId change, List<String> systems, int revision, String hash, boolean green, List<String> answers)
        implements Recorded {

    @Override
    public String stream() {
        return change.stream();
    }

    @Override
    public String kind() {
        return "compliance.checked";
    }

    @Override
    public String actor() {
        return HOUSE;
    }

    @Override
    public String summary() {
        return "ran %d checks on revision %d".formatted(answers.size(), revision);
    }
}
