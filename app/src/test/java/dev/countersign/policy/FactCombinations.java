package dev.countersign.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every combination of what the decision table looks at; of the hours, both ends of the day and one in it. */
final class FactCombinations {

    private static final List<String> HOURS = List.of("0", "12", "23");

    private FactCombinations() {}

    static Stream<Facts> all() {
        return combine(0, new EnumMap<>(Fact.class));
    }

    private static Stream<Facts> combine(int place, Map<Fact, String> chosen) {
        Fact fact = Fact.values()[place];
        if (fact == Fact.ADDENDUM) {
            return Stream.of(facts(chosen));
        }
        List<String> values = fact == Fact.HOUR ? HOURS : fact.range();
        return values.stream().flatMap(value -> {
            Map<Fact, String> more = new EnumMap<>(Fact.class);
            more.putAll(chosen);
            more.put(fact, value);
            return combine(place + 1, more);
        });
    }

    static Facts facts(Map<Fact, String> chosen) {
        return new Facts(
                Integer.parseInt(chosen.getOrDefault(Fact.TIER, "3")),
                chosen.getOrDefault(Fact.KIND, "code"),
                chosen.getOrDefault(Fact.ENVIRONMENT, "production"),
                chosen.getOrDefault(Fact.BLAST_RADIUS, "one-host"),
                Boolean.parseBoolean(chosen.get(Fact.CONTROL_PLANE)),
                Boolean.parseBoolean(chosen.get(Fact.DATA_MUTATION)),
                chosen.getOrDefault(Fact.AI_INVOLVEMENT, "none"),
                Integer.parseInt(chosen.getOrDefault(Fact.HOUR, "12")),
                Boolean.parseBoolean(chosen.get(Fact.CONFLICT)));
    }
}
