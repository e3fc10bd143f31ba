package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The window of a change in a list: what happens with it next, and when.
 *
 * @param verb `opens`, `closes` or `closed`; empty for what will not be executed any more
 * @param isSoon whether it is still to come
 */
public record WindowWords(String verb, Instant at, boolean isSoon) {

    /** Null for a draft that names none. */
    static @Nullable WindowWords of(Change change, Instant now) {
        var document = change.current().map(Revision::document);
        if (document.isEmpty()
                || document.get().windowStart() == null
                || document.get().windowEnd() == null) {
            return null;
        }
        var window = change.window();
        if (change.status().ended()) {
            return new WindowWords("", window.start(), false);
        }
        if (now.isBefore(window.start())) {
            return new WindowWords("opens", window.start(), true);
        }
        return window.isOpen(now)
                ? new WindowWords("closes", window.end(), true)
                : new WindowWords("closed", window.end(), false);
    }
}
