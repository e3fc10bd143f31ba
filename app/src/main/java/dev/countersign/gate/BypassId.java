package dev.countersign.gate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.NumberedName;
import java.util.regex.Pattern;

/** What people call the case of a deployment that went around the gate: `BYP-` and a number. */
public record BypassId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("BYP-\\d{6,12}");

    public BypassId {
        value = NumberedName.of(value);
        if (!FORM.matcher(value).matches()) {
            throw unknown(value);
        }
    }

    @JsonCreator
    public static BypassId of(String value) {
        return new BypassId(value);
    }

    static BypassId of(long number) {
        return new BypassId("BYP-%06d".formatted(number));
    }

    static Refusal unknown(String value) {
        return Refusal.notFound("gate.unknown-bypass")
                .expectedTo("find bypass case '%s'", Excerpt.of(value, 40))
                .because("there is no bypass case '%s'", Excerpt.of(value, 40))
                .instead("Look for it in the list of bypass cases.");
    }

    /** The chain in the journal that tells its story. */
    public String stream() {
        return "bypass/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
