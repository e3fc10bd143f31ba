package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Java that can run broker and Keycloak. */
record Jdk(Path home, String version) {

    static final int OLDEST = 21;

    /** The asked-for one if any; else the one that runs this; else the newest under the usual folders. */
    static Jdk chosen(@Nullable Path wanted) {
        if (wanted != null) {
            return at(wanted).filter(Jdk::suits).orElseThrow(() -> none("'" + wanted + "' is none"));
        }
        Path running = Path.of(System.getProperty("java.home"));
        return best(running, usualFolders()).orElseThrow(() -> none("none was found"));
    }

    static Optional<Jdk> best(Path running, List<Path> others) {
        return at(running)
                .filter(Jdk::suits)
                .or(() -> others.stream()
                        .flatMap(home -> at(home).stream())
                        .filter(Jdk::suits)
                        .max(Comparator.comparingInt(Jdk::feature)));
    }

    String executable() {
        return home.resolve("bin/java").toString();
    }

    private boolean suits() {
        return feature() >= OLDEST;
    }

    static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !hasJava(home)) {
            return Optional.empty();
        }
        try (var reader = Files.newBufferedReader(release)) {
            var facts = new Properties();
            facts.load(reader);
            return Optional.of(
                    new Jdk(home, facts.getProperty("JAVA_VERSION", "").replace("\"", "")));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean hasJava(Path home) {
        return Files.isExecutable(home.resolve("bin/java")) || Files.isExecutable(home.resolve("bin/java.exe"));
    }

    /** 25 of "25.0.1"; 0 when it says nothing that can be read. */
    int feature() {
        String digits = version.replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    private static List<Path> usualFolders() {
        String user = System.getProperty("user.home");
        return Stream.concat(
                        Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of),
                        Stream.of("/usr/lib/jvm", "/opt", user + "/.jdks", user + "/.sdkman/candidates/java")
                                .flatMap(folder -> inside(Path.of(folder))))
                .toList();
    }

    private static Stream<Path> inside(Path folder) {
        try (var homes = Files.list(folder)) {
            return homes.toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Refusal none(String fact) {
        return Refusal.notFound(
                "local.no-jdk",
                "Expected to run broker and Keycloak on a JDK '" + OLDEST + "' or newer, but " + fact + ".",
                "Install one, or give its home with --countersign.local.java=<folder>.");
    }
}
