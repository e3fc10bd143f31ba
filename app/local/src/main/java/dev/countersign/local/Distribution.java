package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that the Maven build unpacks below the dist folder. */
enum Distribution {
    CAMUNDA("camunda-zeebe-"),
    MEMORY("engine-"),
    KEYCLOAK("keycloak-");

    private final String prefix;

    Distribution(String prefix) {
        this.prefix = prefix;
    }

    Path in(Path dist) {
        Path parent = dist.resolve(name().toLowerCase(java.util.Locale.ROOT));
        try (var homes = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path home : homes) {
                return home;
            }
        } catch (IOException e) {
            throw missing(parent);
        }
        throw missing(parent);
    }

    private static Refusal missing(Path parent) {
        return Refusal.notFound(
                "local.no-distribution",
                "Expected to find a server in '" + parent + "', but nothing is unpacked there.",
                "Run `mvn process-test-resources` once, or give --countersign.local.dist=<folder>.");
    }
}
