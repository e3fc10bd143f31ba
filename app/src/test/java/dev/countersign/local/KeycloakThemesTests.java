package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KeycloakThemesTests {

    private static final Path PRODUCTION = Path.of("..", "k8s", "keycloak");
    private static final Pattern COLOUR = Pattern.compile("--[a-z-]+: light-dark\\([^)]+\\);");
    private static final Pattern PERSON =
            Pattern.compile("\"login\": \"(\\w+)\", \"name\": \"([^\"]+)\", \"who\": \"([^\"]+)\"");

    @TempDir
    Path themes;

    @Test
    void offersThePeopleThatTheWelcomeNames() throws IOException {
        KeycloakThemes.lay(themes);
        var page = Files.readString(themes.resolve("countersign-local/login/footer.ftl"));
        assertThat(PERSON.matcher(page)
                        .results()
                        .map(person -> "%s: %s, %s".formatted(person.group(1), person.group(2), person.group(3))))
                .map(KeycloakThemesTests::plain)
                .containsExactlyElementsOf(
                        Welcome.told().map(KeycloakThemesTests::plain).toList());
    }

    @Test
    void laysWhatThereIs() throws IOException {
        KeycloakThemes.lay(themes);
        assertThat(below(themes.resolve("countersign-local"))).isEqualTo(below(local("theme")));
        assertThat(below(themes.resolve("countersign"))).isEqualTo(below(PRODUCTION.resolve("theme")));
    }

    /** A button that knows a password belongs on the local stack, and nowhere else. */
    @Test
    void offersNobodyInProduction() throws IOException {
        assertThat(theme(PRODUCTION.resolve("realm.json"))).isEqualTo("countersign");
        assertThat(theme(local("countersign-realm.json"))).isEqualTo("countersign-local");
        for (Path file : files(PRODUCTION)) {
            assertThat(Files.readString(file))
                    .as("%s", file)
                    .doesNotContain("countersign-local", "Ada Okafor", "name=\"password\"");
        }
    }

    /** Each page of Keycloak's stays its own, so that an upgrade of it goes in as it is. */
    @Test
    void replacesNoPageInProduction() throws IOException {
        assertThat(files(PRODUCTION.resolve("theme")))
                .noneMatch(file -> file.toString().endsWith(".ftl"));
    }

    @Test
    void hasTheColoursOfTheHouse() throws IOException {
        var house = colours(Path.of("src", "main", "resources", "static", "css", "countersign.css"));
        assertThat(colours(PRODUCTION.resolve("theme/login/resources/css/countersign.css")))
                .hasSizeGreaterThan(12)
                .isSubsetOf(house);
    }

    /** What the local stack copies, production mounts: all of it, each file at its place. */
    @Test
    void isMountedWholeInProduction() throws IOException {
        var cluster = Files.readString(PRODUCTION.resolve("keycloak.yaml"));
        var generated = Files.readString(PRODUCTION.resolve("kustomization.yaml"));
        var theme = PRODUCTION.resolve("theme");
        for (Path file : files(theme)) {
            assertThat(generated).contains("- theme/" + theme.relativize(file) + "\n");
            assertThat(cluster).contains("key: %s\n".formatted(file.getFileName()));
            assertThat(cluster).contains("path: %s\n".formatted(theme.relativize(file)));
        }
    }

    private static String plain(String words) {
        return words.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
    }

    private static String theme(Path realm) {
        return JsonMapper.shared().readTree(realm.toFile()).get("loginTheme").stringValue();
    }

    private static List<String> colours(Path css) throws IOException {
        return COLOUR.matcher(Files.readString(css))
                .results()
                .map(colour -> colour.group())
                .toList();
    }

    private static Path local(String name) {
        return Path.of(URI.create(
                KeycloakThemesTests.class.getResource("/local/" + name).toString()));
    }

    private static Set<String> below(Path folder) throws IOException {
        return files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
