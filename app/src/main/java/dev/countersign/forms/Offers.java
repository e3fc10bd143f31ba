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

    public Offers and(String valuesKey, List<Option> options) {
        var more = new HashMap<>(byKey);
        more.put(valuesKey, List.copyOf(options));
        return new Offers(more);
    }
}
