package dev.countersign.compliance;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.identity.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows on a change's page what the checks said of its current revision. */
@Component
class ChecksPanel implements ChangePanel {

    private final Checks checks;

    ChecksPanel(Checks checks) {
        this.checks = checks;
    }

    @Override
    public Place place() {
        return Place.CHECKS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String fragment() {
        return "compliance/checks :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return checks.of(change).map(run -> run);
    }
}
