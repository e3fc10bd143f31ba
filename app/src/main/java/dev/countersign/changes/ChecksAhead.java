package dev.countersign.changes;

import dev.countersign.policy.Requirements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the checks would say of a text that is still being written; the module that checks changes answers. */
public interface ChecksAhead {

    /**
     * What one would say.
     *
     * @param passes whether it would let the change pass
     * @param stops whether it would stop the change, and not only warn
     * @param hint what to do about it; empty if it passes
     */
    record Foreseen(String title, boolean passes, boolean stops, String hint) {}

    /**
     * In the order people read them.
     *
     * @param doneAt when it was done, if it is written down after the fact
     */
    List<Foreseen> of(ChangeDocument typed, Requirements demanded, Optional<Instant> doneAt);
}
