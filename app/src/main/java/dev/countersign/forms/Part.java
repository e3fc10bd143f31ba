package dev.countersign.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of a form as its file describes it. */
sealed interface Part {

    String label();

    Condition hide();

    /**
     * Something that has one answer.
     *
     * @param demanded when nobody should think that it may stay empty, though the form takes it so
     * @param live whether its caller shows something that hangs on it
     * @param row what it shares with the questions that stand beside it; empty if it stands alone
     * @param presets under which the caller offers what fills it in at a press
     */
    record Question(
            String key,
            Kind kind,
            String label,
            String description,
            Rules rules,
            Condition hide,
            Condition readonly,
            Condition demanded,
            boolean live,
            String row,
            List<Option> options,
            Optional<String> valuesKey,
            Optional<Spelling> spelling,
            Optional<String> presets,
            @Nullable String initial)
            implements Part {

        List<Option> choices(Offers offers) {
            return valuesKey.map(offers::under).orElse(options);
        }
    }

    /** Questions that belong together under one heading. */
    record Section(String label, String description, Condition hide, List<Part> parts) implements Part {}

    /** Questions that are answered several times over. */
    record Repeated(
            String path,
            String label,
            String description,
            Condition hide,
            int initialRows,
            boolean resizable,
            List<Question> questions)
            implements Part {

        /** What one of them is called: its files name lists by a plural. */
        String one() {
            return label.endsWith("s") ? label.substring(0, label.length() - 1) : label;
        }
    }

    /** How a question is answered. */
    enum Kind {
        LINE,
        TEXT,
        NUMBER,
        TICK,
        SELECT,
        RADIO,
        CHECKLIST,
        TAGS,
        DAY,
        MOMENT;

        boolean hasChoices() {
            return switch (this) {
                case SELECT, RADIO, CHECKLIST, TAGS -> true;
                case LINE, TEXT, NUMBER, TICK, DAY, MOMENT -> false;
            };
        }

        /** The fragment of the template that draws it. */
        String fragment() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takesSeveral() {
            return this == CHECKLIST || this == TAGS;
        }
    }
}
