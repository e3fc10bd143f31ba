package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.journal.Recorded;
import java.time.Instant;
import java.util.List;

/** A second person stood by for the execution of a revision. */
public record KeyTurned(ChangeId change, String actor, List<String> systems, int revision, String hash, Instant until)
        implements Recorded {

    static final String KIND = "gate.key-turned";

    @Override
    public String stream() {
        return change.stream();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String summary() {
        return "turned the second key for revision %d".formatted(revision);
    }
}
