package dev.countersign.changes;

import dev.countersign.identity.Person;
import java.util.Map;
import java.util.Optional;

/** What another module has to say beside the text of a change. A bean of this type is asked for each page with one. */
public interface Margin {

    /**
     * All of it for one reader.
     *
     * @param fields what stands beside which field
     * @param whole what stands at the head of the change
     * @param all how many there are
     */
    record Notes(Map<DocumentField, Note> fields, Optional<Note> whole, int all) {
        public Notes {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * One note.
     *
     * @param words what is there, such as "2 threads, 1 open"
     * @param asks whether something of it waits for an answer
     * @param path the page that shows it; as a part of a page where htmx asks
     */
    record Note(String words, boolean asks, String path) {}

    Notes beside(Change change, Person reader);
}
