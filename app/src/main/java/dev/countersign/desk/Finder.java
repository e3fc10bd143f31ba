package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeFilter;
import dev.countersign.changes.ChangeList;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.registry.ProductionSystem;
import dev.countersign.registry.SystemFilter;
import dev.countersign.registry.Systems;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds a few changes, systems and people by what somebody begins to type; the lists know the rest. */
@Component
public class Finder {

    private static final int MOST = 6;
    private static final int LONGEST = 100;

    private final ChangeList changes;
    private final Systems systems;
    private final People people;

    Finder(ChangeList changes, Systems systems, People people) {
        this.changes = changes;
        this.systems = systems;
        this.people = people;
    }

    /** What the reader may see of it; nothing for nothing. */
    public Found find(String typed, Person reader) {
        String text = Excerpt.start(PlainText.line(typed), LONGEST);
        return text.isBlank()
                ? new Found(text, List.of(), List.of(), List.of())
                : new Found(text, changes(text, reader), systems(text), people.matching(text, MOST));
    }

    private List<Change> changes(String text, Person reader) {
        var filter = new ChangeFilter(Set.of(), Optional.empty(), Set.of(), text);
        return changes.matching(filter, reader, Optional.empty(), MOST);
    }

    private List<ProductionSystem> systems(String text) {
        var filter = SystemFilter.of(text, Set.of(), Set.of(), Set.of(), false, false);
        return systems.matching(filter, Optional.empty(), MOST);
    }
}
