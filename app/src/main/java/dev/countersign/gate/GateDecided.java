package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.journal.Recorded;
import java.time.Instant;
import java.util.List;

/** The gate let a change's revision through, or turned it away for the first time. */
public record GateDecided(
        ChangeId change,
        String actor,
        List<String> systems,
        int revision,
        String hash,
        String decision,
        String repository,
        String artifact,
        String system,
        String environment,
        List<String> reasons,
        Instant validUntil)
        implements Recorded {

    @Override
    public String stream() {
        return change.stream();
    }

    @Override
    public String kind() {
        return decision.equals("allow") ? "gate.allowed" : "gate.denied";
    }

    @Override
    public String summary() {
        return decision.equals("allow")
                ? "was let through to %s in %s".formatted(system, environment)
                : "was turned away at the gate: %s".formatted(Denial.list(reasons));
    }
}
