package dev.countersign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The source text of the application and of its local stack, for the few rules that bytecode can't tell. */
final class Sources {

    private static final List<Path> ROOTS =
            List.of(Path.of("src", "main", "java"), Path.of("local", "src", "main", "java"));
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
        return texts(ROOTS);
    }

    /** The same with the tests' own files. */
    static Map<String, String> everywhere() {
        var texts = main();
        texts.putAll(texts(List.of(Path.of("src", "test", "java"))));
        return texts;
    }

    private static Map<String, String> texts(List<Path> roots) {
        Map<String, String> texts = new TreeMap<>();
        for (Path root : roots) {
            files(root).stream()
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(file -> texts.put(root.relativize(file).toString(), text(file)));
        }
        return texts;
    }

    private static Set<String> all(Pattern quoted) {
        return ROOTS.stream()
                .flatMap(root -> files(root).stream())
                .flatMap(file -> quoted.matcher(text(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
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
