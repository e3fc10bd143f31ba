package dev.countersign.desk.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePanel;
import dev.countersign.desk.Roads;
import dev.countersign.identity.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The live diagram on a change's page. */
@Component
class DiagramPanel implements ChangePanel {

    private final Roads roads;

    DiagramPanel(Roads roads) {
        this.roads = roads;
    }

    @Override
    public Place place() {
        return Place.DIAGRAM;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String fragment() {
        return "desk/picture :: panel";
    }

    @Override
    public Optional<Object> content(Change change, Person reader) {
        return roads.of(change.id().value())
                .map(road -> new Picture(road, "/changes/%s/diagram".formatted(change.id())));
    }
}
