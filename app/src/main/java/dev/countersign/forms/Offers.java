package dev.countersign.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The choices that a form leaves to its caller, by the `valuesKey` of the question: systems, people. */
public record Offers(Map<String, List<Option>> byKey) {

    public static final Offers NONE = new Offers(Map.of());

    public Offers {
        byKey = Map.copyOf(byKey);
    }

    public static Offers of(String valuesKey, List<Option> options) {
        return NONE.and(valuesKey, options);
    }

    /** Leaving one out is a mistake in the code, not an empty list. */
    List<Option> under(String valuesKey) {
        var options = byKey.get(valuesKey);
        if (options == null) {
            throw new IllegalArgumentException(
                    "Expected to be given the choices for '%s', but only got %s.".formatted(valuesKey, byKey.keySet()));
        }
        return options;
    }

    /** What fills a question in at a press; without any there is no button. */
    List<Option> presets(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    public Offers and(String valuesKey, List<Option> options) {
        var more = new HashMap<>(byKey);
        more.put(valuesKey, List.copyOf(options));
        return new Offers(more);
    }
}
