package dev.countersign.gate;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that must be known before a reported deployment is judged.
 *
 * @param at when it was deployed
 * @param standing how the change stands that it belongs to; empty if none names it
 * @param allowed the gate's yes that counted at that moment
 * @param last the gate's last word on it before that moment
 * @param stated whether the change that the report names exists; true if it names none
 * @param registered whether the registry knows the system that the report names; true if it names none
 * @param holds what stopped the change at that moment
 */
record Deployed(
        Report report,
        Instant at,
        Optional<Standing> standing,
        Optional<Answered> allowed,
        Optional<Answered> last,
        boolean stated,
        boolean registered,
        List<Hold> holds) {

    /** What the gate answered once. */
    record Answered(long id, boolean allow, Instant at, Instant until, Optional<ChangeId> change, List<String> codes) {}

    /** What should have been asked. */
    Question question() {
        return new Question(report.repository(), report.artifact(), system(), report.environment());
    }

    /** What the report names; what its change names if it leaves that out. */
    String system() {
        return report.system().isEmpty()
                ? standing.map(one -> one.document().spelled().systems().getFirst())
                        .orElse("")
                : report.system();
    }

    boolean namesAnother() {
        return stated
                && !report.change().isEmpty()
                && standing.filter(one -> one.change().id().value().equals(report.change()))
                        .isEmpty();
    }
}
