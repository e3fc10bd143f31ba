package dev.countersign.journal;

import java.util.List;
import java.util.Optional;

/** A stretch of the record, newest first, and where the older rest begins if there is one. */
public record Page(List<Entry> entries, Optional<Cursor> older) {

    public Page {
        entries = List.copyOf(entries);
    }
}
