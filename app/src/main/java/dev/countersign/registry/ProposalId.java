package dev.countersign.registry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.countersign.refusals.Refusal;
import dev.countersign.spelling.NumberedName;
import java.util.regex.Pattern;

/** What people call a proposal to edit the registry: `REG-` and a number. */
public record ProposalId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("REG-\\d{6,12}");

    public ProposalId {
        value = NumberedName.of(value);
        if (!FORM.matcher(value).matches()) {
            throw unknown(value);
        }
    }

    @JsonCreator
    public static ProposalId of(String value) {
        return new ProposalId(value);
    }

    static ProposalId of(long number) {
        return new ProposalId("REG-%06d".formatted(number));
    }

    static Refusal unknown(String value) {
        return Refusal.notFound("registry.unknown-proposal")
                .expectedTo("find proposal '%s'", Systems.brief(value))
                .because("there is no proposal '%s'", Systems.brief(value))
                .instead("Look for it in the list of the registry's proposals.");
    }

    @Override
    public String toString() {
        return value;
    }
}
