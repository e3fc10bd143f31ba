package dev.countersign.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.NumberedName;
import java.util.regex.Pattern;

/** What people call a draft of the policy: `POL-` and a number. */
public record PolicyDraftId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("POL-\\d{6,12}");

    public PolicyDraftId {
        value = NumberedName.of(value);
        if (!FORM.matcher(value).matches()) {
            throw unknown(value);
        }
    }

    @JsonCreator
    public static PolicyDraftId of(String value) {
        return new PolicyDraftId(value);
    }

    static PolicyDraftId of(long number) {
        return new PolicyDraftId("POL-%06d".formatted(number));
    }

    static Refusal unknown(String value) {
        return Refusal.notFound("policy.unknown-draft")
                .expectedTo("find policy draft '%s'", Excerpt.of(value, 40))
                .because("there is no policy draft '%s'", Excerpt.of(value, 40))
                .instead("Look for it on the policy page.");
    }

    /** The chain in the journal that tells this draft's story. */
    public String stream() {
        return "policy/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
