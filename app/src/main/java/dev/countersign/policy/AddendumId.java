package dev.countersign.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.NumberedName;
import java.util.regex.Pattern;

/** What people call an addendum: `ADD-` and a number. */
public record AddendumId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("ADD-\\d{6,12}");

    public AddendumId {
        value = NumberedName.of(value);
        if (!FORM.matcher(value).matches()) {
            throw unknown(value);
        }
    }

    @JsonCreator
    public static AddendumId of(String value) {
        return new AddendumId(value);
    }

    static AddendumId of(long number) {
        return new AddendumId("ADD-%06d".formatted(number));
    }

    static Refusal unknown(String value) {
        return Refusal.notFound("policy.unknown-addendum")
                .expectedTo("find addendum '%s'", Excerpt.of(value, 40))
                .because("there is no addendum '%s'", Excerpt.of(value, 40))
                .instead("Look for it in the list of addenda.");
    }

    /** The chain in the journal that tells this addendum's story. */
    public String stream() {
        return "addendum/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
