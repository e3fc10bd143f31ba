package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.changes.Status;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    record Shown(@Nullable Instant until, @Nullable Instant opens, List<Line> reasons, List<Note> notes) {}

    /** A reason as it is read, with the names of people. */
    record Line(String code, String words, String expected, String actual, String wayOut) {}

    private final Gate gate;
    private final People people;

    OutlookPanel(Gate gate, People people) {
        this.gate = gate;
        this.people = people;
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
                lines(answer.reasons().stream()
                        .filter(reason -> !isNotYet(reason))
                        .toList()),
                answer.notes());
    }

    private List<Line> lines(List<Reason> reasons) {
        var named = people.names(reasons.stream()
                .flatMap(reason -> reason.actual().people().stream())
                .map(PersonId::recorded)
                .collect(Collectors.toSet()));
        UnaryOperator<String> names = People.namesFor(Optional.empty(), named);
        return reasons.stream()
                .map(reason -> new Line(
                        reason.code(),
                        reason.words(),
                        reason.expected(),
                        reason.actual().text(names),
                        reason.wayOut()))
                .toList();
    }

    private static boolean isNotYet(Reason reason) {
        return reason.code().equals(Objections.NOT_YET.code());
    }
}
