package dev.countersign.changes.web;

import dev.countersign.changes.DocumentField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a change's document as people read it; a line without a value is left out.
 *
 * @param wide whether it holds long texts
 */
public record DocumentSection(String title, boolean wide, List<Line> lines) {

    /**
     * One field, and what was written there.
     *
     * @param at what was written if that is a moment, to be told in the reader's own time
     */
    public record Line(
            DocumentField field, String value, @Nullable Instant at) {

        Line(DocumentField field, String value) {
            this(field, value, null);
        }

        public String label() {
            return field.label();
        }
    }
}
