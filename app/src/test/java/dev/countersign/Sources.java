package dev.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The application's own source text, for the few rules that bytecode can't tell. */
final class Sources {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern PUBLISHED =
            Pattern.compile("new (?:Command\\.)?PublishMessage\\(\\s*[^\"]*?\"([^\"]+)\"");

    private static final Pattern MAPPED =
            Pattern.compile("@(?:Get|Post|Request)Mapping\\((?:value = |path = )?\"([^\"]+)\"");

    private Sources() {}

    static Set<String> publishedMessages() {
        return all(PUBLISHED);
    }

    /** Whether some controller answers this path; a part in braces stands for any value. */
    static boolean hasRoute(String path) {
        var example = PathContainer.parsePath(path.replaceAll("[{}]", ""));
        return all(MAPPED).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .anyMatch(route -> route.matches(example));
    }

    /** Each file's text by its name. */
    static Map<String, String> main() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> MAIN.relativize(file).toString(),
                            Sources::text,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> all(Pattern quoted) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> quoted.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
