package dev.countersign.forms;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms and what people send with them, for the tests. */
final class Sent {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    static final Forms FORMS = new Forms(CLOCK);
    static final Offers OFFERS = Offers.of(
                    "registeredSystems",
                    List.of(new Option("basket-api", "Basket API"), new Option("checkout-web", "Checkout web")))
            .and("people", List.of(new Option("ada", "Ada Okafor"), new Option("ben", "Ben Castillo")));

    private Sent() {}

    static FormSchema changeRequest() {
        return FORMS.get("change-request");
    }

    static FormSchema form(String components) {
        var json = "{\"id\": \"sample\", \"components\": [%s]}".formatted(components.replace('\'', '"'));
        return new FormSchema(new FormFile(json, new Condition.Parser(CLOCK)));
    }

    static Map<String, List<String>> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return fields;
    }

    static Map<String, List<String>> with(Map<String, List<String>> fields, String... namesAndValues) {
        var more = new LinkedHashMap<>(fields);
        more.putAll(fields(namesAndValues));
        return more;
    }

    static Map<String, List<String>> completeChange() {
        return with(
                fields(
                        "title", "Move basket sessions to the new cache",
                        "systems", "basket-api",
                        "kind", "configuration",
                        "environment", "production",
                        "repository", "storefront/basket-api",
                        "commits", "5f1c2b7e9d0a4c3b8e6f1a2d3c4b5a6978877665",
                        "why", "Sessions are lost whenever a node of the old cluster is drained."),
                "steps[0].action",
                "Switch the flag basket.cache on in zone a.",
                "steps[0].validation",
                "The error rate stays below one in ten thousand.",
                "steps[0].undo",
                "Switch the flag off.",
                "blastRadius",
                "one-zone",
                "rollbackHow",
                "Switch the flag off.",
                "rollbackMinutes",
                "5",
                "rollbackRehearsedOn",
                "2026-02-01",
                "alarms",
                "basket-errors",
                "bakeMinutes",
                "60",
                "windowStart",
                "2026-03-03T09:00",
                "windowStart.zone",
                "Europe/Berlin",
                "windowEnd",
                "2026-03-03T11:00",
                "aiInvolvement",
                "none",
                "coAuthors",
                "ben");
    }

    static List<String> words(Reading reading) {
        return reading.problems().stream().map(Problem::words).toList();
    }
}
