package dev.countersign.registry;

import dev.countersign.refusals.Refusal;
import java.util.regex.Pattern;

/** A place in the list of systems from which one reads on; readers pass it back unread. */
public record SystemCursor(int tier, String key) {

    private static final Pattern FORM = Pattern.compile("[1-4]\\.[a-z0-9-]{1,64}");

    public static SystemCursor after(ProductionSystem system) {
        return new SystemCursor(system.tier(), system.key());
    }

    public static SystemCursor of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.invalid("registry.unknown-place")
                    .cannot("read on from '%s'", Systems.brief(text))
                    .because("that is no place in the list")
                    .instead("Start again from the first page.");
        }
        return new SystemCursor(Integer.parseInt(text.substring(0, 1)), text.substring(2));
    }

    public String text() {
        return tier + "." + key;
    }
}
