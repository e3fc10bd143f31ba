package dev.countersign.changes.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a change's document as people read it; a line without a value is left out. */
public record DocumentSection(String title, List<Line> lines) {

    /**
     * One field: the form's key, what it is called, and what was written.
     *
     * @param at what was written if that is a moment, to be told in the reader's own time
     */
    public record Line(
            String field,
            String label,
            String value,
            @Nullable Instant at) {

        Line(String field, String label, String value) {
            this(field, label, value, null);
        }
    }
}
