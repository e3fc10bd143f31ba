package dev.countersign.registry.files;

import java.io.StringReader;
import java.util.Iterator;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;

/** Which of the two forms a file has: found by parsing it, whatever it is called and however long its comments are. */
enum FileForm {
    CSV,
    BACKSTAGE;

    private static final Set<ID> BEGINNINGS = Set.of(ID.SequenceStart, ID.Scalar, ID.Alias);

    static FileForm of(String text) {
        Dialect dialect = Dialect.of(text);
        if (dialect.certain()) {
            return CSV;
        }
        return switch (root(text)) {
            case MAPPING -> BACKSTAGE;
            case OTHER -> dialect.hasKey() ? CSV : BACKSTAGE;
            case NONE -> CSV;
        };
    }

    private enum Root {
        MAPPING,
        OTHER,
        NONE
    }

    /** What the first document is that is not empty; a CSV file is one plain scalar to YAML, or broken. */
    private static Root root(String text) {
        boolean announced = false;
        try {
            Iterator<Event> events = new Yaml().parse(new StringReader(text)).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                announced |= event instanceof DocumentStartEvent start && start.getExplicit();
                if (event.is(ID.MappingStart)) {
                    return Root.MAPPING;
                }
                if (BEGINNINGS.contains(event.getEventId())) {
                    return event.is(ID.SequenceStart) || announced ? Root.OTHER : Root.NONE;
                }
            }
        } catch (YAMLException broken) {
            return announced ? Root.OTHER : Root.NONE;
        }
        return announced ? Root.OTHER : Root.NONE;
    }
}
