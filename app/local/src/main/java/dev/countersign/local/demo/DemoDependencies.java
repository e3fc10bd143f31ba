package dev.countersign.local.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the made-up systems cannot do without; customer data, sessions and log-ins go round in a circle. */
final class DemoDependencies {

    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("checkout", List.of("cart", "order-capture", "payment", "session", "feature-flag")),
            Map.entry("cart", List.of("product-data", "price-display", "coupon", "session")),
            Map.entry("order-capture", List.of("payment", "reservation", "sales-tax", "event-bus")),
            Map.entry("product-data", List.of("variant", "media", "stock-level")),
            Map.entry("search", List.of("search-index", "ranking", "feature-flag")),
            Map.entry("reservation", List.of("stock-level", "allocation")),
            Map.entry("payment", List.of("fraud-score", "card-vault", "wallet", "currency")),
            Map.entry("fraud-score", List.of("customer-profile", "device-print", "velocity-limit")),
            Map.entry("fulfilment-order", List.of("order-capture", "warehouse", "dispatch")),
            Map.entry("dispatch", List.of("carrier", "label", "route")),
            Map.entry("tracking", List.of("carrier", "event-bus")),
            Map.entry("ledger", List.of("settlement", "invoice")),
            Map.entry("customer-profile", List.of("session", "consent")),
            Map.entry("session", List.of("login")),
            Map.entry("login", List.of("customer-profile", "passkey")),
            Map.entry("edge-router", List.of("name-resolution", "certificate", "configuration")),
            Map.entry("public-gateway", List.of("edge-router", "rate-limit", "login")),
            Map.entry("feature-flag", List.of("configuration")),
            Map.entry("deployment", List.of("configuration", "secret", "object-storage")));

    private DemoDependencies() {}

    static List<String> of(String thing, String part) {
        return switch (part) {
            case "api" ->
                Stream.concat(
                                Stream.of(thing + "-store"),
                                CALLS.getOrDefault(thing, List.of()).stream().map(other -> other + "-api"))
                        .toList();
            case "events" -> List.of(thing + "-store");
            case "worker" -> List.of(thing + "-store", thing + "-events");
            case "console" -> List.of(thing + "-api");
            default -> List.of();
        };
    }
}
