package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords made up once per data folder; none is ever part of the code. */
record Secrets(
        String databaseAdmin,
        String owner,
        String app,
        String keycloakDatabase,
        String keycloakAdmin,
        String client,
        String pipeline) {

    static Secrets of(DataFolder folder) {
        Path file = folder.file("secrets.properties");
        try {
            Properties stored = read(file);
            Secrets secrets = new Secrets(
                    secret(stored, "database-admin"),
                    secret(stored, "countersign-owner"),
                    secret(stored, "countersign-app"),
                    secret(stored, "keycloak-database"),
                    secret(stored, "keycloak-admin"),
                    secret(stored, "client-countersign"),
                    secret(stored, "client-countersign-pipeline"));
            write(file, stored);
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep secrets in '" + file + "'", e);
        }
    }

    private static String secret(Properties stored, String name) {
        return (String) stored.computeIfAbsent(name, missing -> random());
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Properties read(Path file) throws IOException {
        var stored = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
        }
        return stored;
    }

    private static void write(Path file, Properties stored) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(draft)) {
            stored.store(writer, "Made up for this data folder; gone with --reset");
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
