package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there, and a principle that somebody cites is written down. */
class DocumentTests {

    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.isDirectory(folder.resolve("bpmn")))
            .findFirst()
            .orElseThrow();
    private static final Path DOCS = ROOT.resolve("app/docs");
    private static final Path PRINCIPLES = DOCS.resolve("principles.md");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** A path in back quotes: from the root of the repository, or of the modules in which it may stand. */
    private static final Pattern NAMED = Pattern.compile("`((?:app|bpmn|forms|k8s|docs|decisions|src)/[\\w./-]+)`");

    private static final Pattern PAGE = Pattern.compile("`([\\w./-]+\\.(?:md|dmn|bpmn|form))`");
    private static final Pattern CITED = Pattern.compile("\\bP[1-9][0-9]?\\b");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z]\\w+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*[a-z](?:Tests|IT|Benchmark))`");
    private static final Pattern PRINCIPLE = Pattern.compile("(?m)^\\*\\*(P\\d+)\\.");

    @Test
    void leadToFilesAndHeadingsThatExist() {
        assertThat(documents()
                        .flatMap(document -> found(LINK, document)
                                .filter(target -> !target.matches("https?://.*|mailto:.*"))
                                .filter(target -> !leads(document, target))
                                .map(target -> ROOT.relativize(document) + " -> " + target)))
                .as("links to nothing")
                .isEmpty();
    }

    @Test
    void nameFilesThatExist() {
        assertThat(documents()
                        .flatMap(document -> Stream.of(NAMED, PAGE)
                                .flatMap(named -> found(named, document))
                                .filter(path -> !isMade(path) && !stands(document, path))
                                .map(path -> ROOT.relativize(document) + " names " + path)))
                .as("paths to nothing")
                .isEmpty();
    }

    @Test
    void writeDownEachPrincipleThatIsCited() {
        Set<String> written = found(PRINCIPLE, PRINCIPLES).collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).hasSize(14);
        assertThat(Stream.concat(documents(), sources()).flatMap(DocumentTests::cited))
                .as("principles that are cited")
                .isSubsetOf(written);
    }

    /** A class that keeps a principle may be renamed: then the page has to follow. */
    @Test
    void nameClassesThatExist() {
        assertThat(Stream.of(PRINCIPLES, DOCS.resolve("house.md")).flatMap(page -> found(CLASS, page)))
                .as("classes that the pages name")
                .filteredOn(name -> !name.equals("Clock"))
                .isNotEmpty()
                .isSubsetOf(classes());
    }

    @Test
    void nameTestsThatExist() {
        Set<String> classes = classes();
        assertThat(documents()
                        .flatMap(document -> found(TEST, document)
                                .filter(name -> !classes.contains(name))
                                .map(name -> ROOT.relativize(document) + " names " + name)))
                .as("tests that nobody has")
                .isEmpty();
    }

    private static Set<String> classes() {
        return sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<String> cited(Path file) {
        return CITED.matcher(text(file)).results().map(MatchResult::group);
    }

    private static boolean leads(Path document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        return Files.exists(file) && (parts.length < 2 || headings(file).contains(parts[1]));
    }

    private static List<String> headings(Path file) {
        return found(HEADING, file)
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** By a build or a start, so it need not be there. */
    private static boolean isMade(String path) {
        return path.contains("/target/") || path.contains("/.local/");
    }

    private static boolean stands(Path document, String path) {
        return Stream.of(
                        document.getParent(),
                        ROOT,
                        ROOT.resolve("app"),
                        DOCS,
                        DOCS.resolve("decisions"),
                        ROOT.resolve("bpmn"))
                .anyMatch(folder -> Files.exists(folder.resolve(path)));
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "bpmn/README.md", "k8s/README.md").map(ROOT::resolve), files(DOCS, ".md"));
    }

    private static Stream<Path> sources() {
        return Stream.of("app/src", "app/local/src", "bpmn/src")
                .map(ROOT::resolve)
                .filter(Files::exists)
                .flatMap(folder -> files(folder, ".java"));
    }

    private static Stream<String> found(Pattern pattern, Path file) {
        return pattern.matcher(text(file)).results().map(found -> found.group(1));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
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
