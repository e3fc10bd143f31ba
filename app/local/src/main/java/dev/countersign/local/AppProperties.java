package dev.countersign.local;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The stack in the application's own words: the properties that production gets from its environment. */
final class AppProperties {

    private AppProperties() {}

    static Map<String, String> of(Site site, URI issuer, Engine engine) {
        var properties = new HashMap<>(servers(site, issuer, engine));
        properties.putAll(engine.settings());
        URI actuator = engine.actuator();
        if (actuator != null) {
            properties.put("countersign.local.clock.broker", actuator.toString());
        }
        return Map.copyOf(properties);
    }

    private static Map<String, String> servers(Site site, URI issuer, Engine engine) {
        String database = Databases.url(site.ports().postgres(), "countersign");
        String registration = "spring.security.oauth2.client.registration.keycloak.";
        return Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", Integer.toString(site.ports().app())),
                // Tests let the server choose its port.
                Map.entry("countersign.identity.address", "http://localhost:${local.server.port}"),
                Map.entry("spring.datasource.url", database),
                Map.entry("spring.datasource.username", "countersign_app"),
                Map.entry("spring.datasource.password", site.secrets().app()),
                // This stack's clock can be moved, which is told to the database.
                Map.entry("spring.flyway.locations", "classpath:db/migration,classpath:db/local"),
                Map.entry("spring.flyway.url", database),
                Map.entry("spring.flyway.user", "countersign_owner"),
                Map.entry("spring.flyway.password", site.secrets().owner()),
                Map.entry(registration + "client-id", "countersign"),
                Map.entry(registration + "client-secret", site.secrets().client()),
                Map.entry("spring.security.oauth2.client.provider.keycloak.issuer-uri", issuer.toString()),
                Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer.toString()),
                Map.entry("countersign.engine.grpc-address", engine.gateway().toString()),
                Map.entry(
                        "countersign.local.clock.offset",
                        site.folder().file("clock-offset").toString()));
    }
}
