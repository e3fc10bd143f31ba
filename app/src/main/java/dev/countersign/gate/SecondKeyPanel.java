package dev.countersign.gate;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on the page of a change that demands a second key whether one is turned, and lets somebody turn it. */
@Component
class SecondKeyPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param why why the reader cannot turn it; null if they can
     */
    record Shown(String change, @Nullable Refusal why, List<Line> keys) {
        public boolean holds() {
            return keys.stream().anyMatch(Line::holds);
        }
    }

    /** One key as it is read. */
    record Line(String person, int revision, Instant at, Instant until, boolean holds) {}

    private final SecondKeys keys;
    private final People people;
    private final Clock clock;

    SecondKeyPanel(SecondKeys keys, People people, Clock clock) {
        this.keys = keys;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String fragment() {
        return "gate/key :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        List<SecondKey> turned = keys.of(change.id());
        return keys.isDemanded(change) || !turned.isEmpty()
                ? Optional.of(shown(change, reader, turned))
                : Optional.empty();
    }

    private Shown shown(Change change, Person reader, List<SecondKey> turned) {
        Refusal why = keys.toTurn(change, reader) instanceof Denied(Refusal refusal) ? refusal : null;
        return new Shown(
                change.id().value(), why, turned.stream().map(this::line).toList());
    }

    private Line line(SecondKey key) {
        return new Line(name(key.by()), key.revision(), key.at(), key.until(), key.holds(clock.instant()));
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }
}
