package dev.countersign.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form ready to be shown by `templates/forms/form.html`. */
public record FormView(String id, List<Shown> parts, List<Problem> problems, List<Hidden> hidden) {

    /** A question that isn't asked now: what was typed there is carried along, for when it is asked again. */
    public record Hidden(String name, String value) {}

    /** A piece of the page. */
    public sealed interface Shown {

        /** The fragment of the template that draws it. */
        String fragment();
    }

    /** A heading with questions below it. */
    public record Section(String label, String description, List<Shown> parts) implements Shown {
        @Override
        public String fragment() {
            return "section";
        }
    }

    /** Short questions that stand beside each other where there is room. */
    public record Columns(List<Shown> parts) implements Shown {
        @Override
        public String fragment() {
            return "columns";
        }
    }

    /** Questions that can be answered several times. */
    public record Repeated(
            String path, String id, String label, String one, String description, List<Row> rows, boolean canAdd)
            implements Shown {
        @Override
        public String fragment() {
            return "repeated";
        }
    }

    /** One of those times; `remove` names it to the server. */
    public record Row(
            String legend, List<Shown> parts, @Nullable String remove) {}

    /** A choice, whether it is made, and whether it may be what somebody looked for. */
    public record Choice(String id, String value, String label, boolean chosen, boolean near) {}

    /**
     * What belongs to a day and a time beside what the clocks show.
     *
     * @param kept the very moment that was filled in, to be sent back as it is; empty if there was none
     * @param untouched whether nobody has typed here yet, so that it may be shown on other clocks
     * @param question which of the two is meant, where the clocks show it twice
     */
    public record Moment(String zone, String kept, boolean untouched, String question, List<Choice> which) {}

    /**
     * One question with what was typed.
     *
     * @param optional whether it is said to be; a question that is neither that nor required is demanded elsewhere
     * @param presets what fills it in at a press
     */
    public record Field(
            String fragment,
            String id,
            String name,
            String label,
            String hint,
            boolean required,
            boolean optional,
            boolean readonly,
            boolean live,
            boolean first,
            String value,
            @Nullable Moment moment,
            List<Choice> choices,
            List<Option> presets,
            Rules rules,
            @Nullable String problem)
            implements Shown {

        /** What the input is described by, for those who listen to the page. */
        public @Nullable String describedBy() {
            var ids = (hint.isEmpty() ? "" : id + "-hint ") + (problem == null ? "" : id + "-error");
            return ids.isBlank() ? null : ids.strip();
        }

        public boolean chosen() {
            return !value.isEmpty() && !value.equals("false");
        }
    }
}
