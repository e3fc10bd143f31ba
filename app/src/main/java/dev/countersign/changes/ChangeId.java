package dev.countersign.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.NumberedName;
import java.util.regex.Pattern;

/** What people call a change: `CHG-` and a number. */
public record ChangeId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("CHG-\\d{6,12}");

    public ChangeId {
        value = NumberedName.of(value);
        if (!FORM.matcher(value).matches()) {
            throw Refusal.notFound("changes.not-found")
                    .expectedTo("find change '%s'", Excerpt.of(value, 40))
                    .because("no change is called '%s'", Excerpt.of(value, 40))
                    .instead("A change is called CHG- and its number. Look for it in the list of changes.");
        }
    }

    @JsonCreator
    public static ChangeId of(String value) {
        return new ChangeId(value);
    }

    static ChangeId of(long number) {
        return new ChangeId("CHG-%06d".formatted(number));
    }

    /** The chain in the journal that tells this change's story. */
    public String stream() {
        return "change/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
