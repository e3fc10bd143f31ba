package dev.countersign.policy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every combination of what the decision table looks at. */
final class FactCombinations {

    private static final List<Boolean> EITHER = List.of(false, true);

    private FactCombinations() {}

    static Stream<Facts> all() {
        return IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(tier -> Stream.of("code", "configuration", "infrastructure", "data", "manual-operation")
                        .flatMap(kind -> Stream.of("production", "staging")
                                .flatMap(environment -> reaching(tier, kind, environment))));
    }

    private static Stream<Facts> reaching(int tier, String kind, String environment) {
        return Stream.of("one-host", "one-zone", "one-region", "global")
                .flatMap(radius -> EITHER.stream()
                        .flatMap(control -> EITHER.stream()
                                .flatMap(data -> Stream.of("none", "assisted", "generated")
                                        .map(ai -> new Facts(tier, kind, environment, radius, control, data, ai)))));
    }
}
