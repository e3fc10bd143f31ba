package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.changes.Status;
import dev.countersign.gate.ReasonLines.ReasonLine;
import dev.countersign.identity.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on the page of an approved change what the gate would answer now, so that nobody learns it from a pipeline. */
@Component
class OutlookPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param until how long an allow of now would be worth something; null for a no
     * @param opens when the window opens, if that is yet to come
     * @param reasons whatever else is against it
     */
    record Shown(@Nullable Instant until, @Nullable Instant opens, List<ReasonLine> reasons, List<Note> notes) {}

    private final Gate gate;
    private final ReasonLines lines;

    OutlookPanel(Gate gate, ReasonLines lines) {
        this.gate = gate;
        this.lines = lines;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String fragment() {
        return "gate/outlook :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return change.status() == Status.APPROVED ? Optional.of(shown(change, gate.outlook(change))) : Optional.empty();
    }

    private Shown shown(Change change, Decision answer) {
        boolean waits = answer.reasons().stream().anyMatch(OutlookPanel::isNotYet);
        return new Shown(
                answer.allows() ? answer.validUntil() : null,
                waits ? change.document().windowStart() : null,
                lines.of(answer.reasons().stream()
                        .filter(reason -> !isNotYet(reason))
                        .toList()),
                answer.notes());
    }

    private static boolean isNotYet(Reason reason) {
        return reason.code().equals(Objections.NOT_YET.code());
    }
}
