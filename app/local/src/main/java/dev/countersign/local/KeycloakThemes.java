package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How Keycloak's pages look: the house's theme as production has it, and over it the one with the people of the demo. */
final class KeycloakThemes {

    private static final Path HOUSE = Path.of("..", "k8s", "keycloak", "theme");
    private static final String DEMO = "/local/theme/";
    private static final List<String> DEMO_FILES = List.of(
            "login/theme.properties",
            "login/footer.ftl",
            "login/resources/css/people.css",
            "login/resources/js/people.js");

    private KeycloakThemes() {}

    static void lay(Path themes) throws IOException {
        copyHouse(themes.resolve("countersign"));
        for (String file : DEMO_FILES) {
            copy(file, themes.resolve("countersign-local").resolve(file));
        }
    }

    private static void copyHouse(Path theme) throws IOException {
        if (!Files.isDirectory(HOUSE)) {
            throw missing();
        }
        try (Stream<Path> files = Files.walk(HOUSE)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            copy(file, theme.resolve(HOUSE.relativize(file).toString())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to lay Keycloak's theme at '" + to + "'", e);
        }
    }

    private static void copy(String file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (InputStream source = Objects.requireNonNull(KeycloakThemes.class.getResourceAsStream(DEMO + file), file)) {
            Files.copy(source, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Refusal missing() {
        return Refusal.notFound(
                "local.no-theme",
                "Expected to find Keycloak's theme in '" + HOUSE + "', but it is not there.",
                "Start the local stack from a checkout, with `app` as the working directory.");
    }
}
