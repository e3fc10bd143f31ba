package dev.countersign.changes;

import dev.countersign.changes.Hold.Release;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import dev.countersign.refusals.Permission.Denied;
import dev.countersign.refusals.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on a change's page who held it and who let it go on, and takes the reader's word for that. */
@Component
class HoldPanel implements ChangePanel {

    /**
     * What the panel says.
     *
     * @param missing whose word is missing; empty if nobody holds it
     * @param why why the reader's word is not wanted; null if it is
     */
    record Shown(String change, String missing, @Nullable Refusal why, List<Line> holds) {
        public boolean isHeld() {
            return !missing.isEmpty();
        }
    }

    /** One hold as it is read. */
    record Line(String person, String reason, Instant at, boolean open, List<Word> words) {}

    /** One side's word that it may go on. */
    record Word(String person, Instant at) {}

    private final Holds holds;
    private final People people;

    HoldPanel(Holds holds, People people) {
        this.holds = holds;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String fragment() {
        return "changes/hold :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        List<Hold> all = holds.of(change.id());
        return all.isEmpty() ? Optional.empty() : Optional.of(shown(change, reader, all));
    }

    private Shown shown(Change change, Person reader, List<Hold> all) {
        boolean held = change.status().canBeWithdrawn() && all.getLast().isOpen();
        Function<PersonId, String> name =
                people.names(all.stream().flatMap(HoldPanel::involved).collect(Collectors.toSet()));
        return new Shown(
                change.id().value(),
                held ? all.getLast().missing() : "",
                held && holds.toRelease(change, reader) instanceof Denied(Refusal refusal) ? refusal : null,
                all.reversed().stream().map(hold -> line(hold, held, name)).toList());
    }

    private static Stream<PersonId> involved(Hold hold) {
        return Stream.concat(Stream.of(hold.by()), hold.releases().map(Release::by));
    }

    private static Line line(Hold hold, boolean held, Function<PersonId, String> name) {
        return new Line(
                name.apply(hold.by()),
                hold.reason(),
                hold.at(),
                held && hold.isOpen(),
                hold.releases()
                        .map(release -> new Word(name.apply(release.by()), release.at()))
                        .toList());
    }
}
