package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gate's answer. Only the absence of every reason is an allow.
 *
 * @param change the change that allows it, or the one that comes nearest; empty if none names it
 * @param validUntil when an allow must be asked for again; a deny is worth asking again at any time
 */
public record Decision(
        List<Reason> reasons, List<Note> notes, Optional<Change> change, Instant decidedAt, Instant validUntil) {

    public Decision {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
        if (reasons.isEmpty() && change.isEmpty()) {
            throw new IllegalArgumentException("Expected an allow to name its change, but there is none.");
        }
    }

    static Decision deny(List<Reason> reasons, Optional<Change> change, Instant now) {
        return deny(reasons, List.of(), change, now);
    }

    static Decision deny(List<Reason> reasons, List<Note> notes, Optional<Change> change, Instant now) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("Expected a deny to say why, but there is no reason.");
        }
        return new Decision(reasons, notes, change, now, now);
    }

    /**
     * The same allow once its change is kept still, or a deny: what moved since it was judged, or is held by now, goes
     * nowhere.
     *
     * @param another whether it is another's by now: of somebody who approved it
     */
    Decision confirmed(Change still, boolean another, Optional<Hold> held) {
        boolean same = still.version() == change.orElseThrow().version();
        Optional<Reason> against = same && !another ? held.map(Objections::held) : Optional.of(moved(still));
        return against.map(reason -> deny(List.of(reason), Optional.of(still), decidedAt))
                .orElse(this);
    }

    private static Reason moved(Change change) {
        return Denial.CHANGE_MOVED.because(
                "%s as it was judged".formatted(change.id()), "it moved in that moment", "Ask again.");
    }

    public boolean allows() {
        return reasons.isEmpty();
    }

    /** "allow" or "deny". */
    public String word() {
        return allows() ? "allow" : "deny";
    }
}
