package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeList;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemPanel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows on a system's page which changes touch it, the newest first. */
@Component
class SystemChanges implements SystemPanel {

    private static final int FEW = 8;

    private final ChangeList list;
    private final People people;

    SystemChanges(ChangeList list, People people) {
        this.list = list;
        this.people = people;
    }

    /** The newest changes, and the page with all of them. */
    record Latest(String system, List<ChangeRow> rows) {}

    @Override
    public String fragment() {
        return "changes/of-system :: panel";
    }

    @Override
    public Optional<Object> content(ProductionSystem system, Person reader) {
        ChangeFilter filter = new ChangeFilter(Set.of(), Optional.empty(), Set.of(system.key()), "");
        List<Change> found = list.matching(filter, reader, Optional.empty(), FEW);
        var name = people.names(found.stream().map(Change::author).collect(Collectors.toSet()));
        return Optional.of(new Latest(
                system.key(),
                found.stream()
                        .map(change -> ChangeRow.of(change, name.apply(change.author())))
                        .toList()));
    }
}
