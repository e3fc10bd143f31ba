package dev.countersign.gate.process;

import dev.countersign.gate.Bypass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the workers tell the process of a case: where to go on, and until when it waits.
 *
 * @param dueAt null once it is settled
 */
record CaseStanding(String stage, @Nullable Instant dueAt) {

    static CaseStanding of(Bypass bypass) {
        return bypass.isOpen() ? new CaseStanding("explain", bypass.dueAt()) : new CaseStanding("settled", null);
    }

    static CaseStanding superseded() {
        return new CaseStanding("superseded", null);
    }
}
