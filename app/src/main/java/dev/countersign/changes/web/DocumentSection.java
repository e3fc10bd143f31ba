package dev.countersign.changes.web;

import dev.countersign.changes.DocumentField;
import dev.countersign.spelling.Markdown;
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
     * @param links the same, one by one, where it may lead to something; empty if it never does
     */
    public record Line(
            DocumentField field, String value, @Nullable Instant at, List<Linked> links) {

        Line(DocumentField field, String value) {
            this(field, value, null, List.of());
        }

        Line(DocumentField field, String value, @Nullable Instant at) {
            this(field, value, at, List.of());
        }

        Line leadingTo(List<Linked> things) {
            return new Line(field, value, at, things);
        }

        /** Whether it is prose, written in Markdown. */
        public boolean isProse() {
            return switch (field) {
                case WHY, STEPS, ROLLBACK_HOW, RESTORE_PROOF -> true;
                case TITLE,
                        SYSTEMS,
                        KIND,
                        ENVIRONMENT,
                        REPOSITORY,
                        COMMITS,
                        DIGEST,
                        LINKS,
                        BLAST_RADIUS,
                        WAVES,
                        CONTROL_PLANE,
                        DATA_MUTATION,
                        ROLLBACK_MINUTES,
                        ROLLBACK_REHEARSED_ON,
                        ALARMS,
                        BAKE_MINUTES,
                        WINDOW_START,
                        WINDOW_END,
                        AI_INVOLVEMENT,
                        AI_TOOL,
                        AI_SOURCES,
                        OPERATOR,
                        CO_AUTHORS -> false;
            };
        }

        /** Safe to be put on a page as it is. */
        public String html() {
            return Markdown.html(value);
        }

        public String label() {
            return field.label();
        }
    }
}
