package dev.countersign.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An incident as somebody would report it: it cost orders. */
public final class SampleIncident {

    private SampleIncident() {}

    public static Incident at(Instant start, String... systems) {
        return costing(12, start, systems);
    }

    public static Incident costing(long orders, Instant start, String... systems) {
        return new Incident(
                "",
                "Orders were lost",
                start,
                start.plus(Duration.ofMinutes(40)),
                1,
                List.of(systems),
                orders,
                300,
                false,
                25,
                "",
                true,
                AiRelated.UNKNOWN,
                "Look before you leap.");
    }
}
