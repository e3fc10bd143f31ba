package dev.countersign.reviews;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows beside a change, on every tab, who decided what on it; the conversation has all of it. */
@Component
class VoicesPanel implements ChangePanel {

    private final VerdictLines verdicts;

    VoicesPanel(VerdictLines verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public String fragment() {
        return "reviews/verdicts :: side";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return Optional.of(verdicts.of(change, reader));
    }
}
