package dev.countersign.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One name per thing: what the glossary explains is what pages say, and what it does not call a thing no page does. */
class GlossaryTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path FORMS = Path.of("../forms");
    private static final Path GLOSSARY = TEMPLATES.resolve("desk/help.html");
    private static final Pattern TERM = Pattern.compile("<dt id=\"([a-z-]+)\">([^<]+)</dt>");
    private static final Pattern LINK = Pattern.compile("parts :: help\\('([a-z-]+)'");

    /** Words of other houses for what has a name here. */
    private static final List<String> OTHERS = List.of(
            "approver",
            "assignee",
            "backout",
            "change request",
            "cool-down",
            "criticality",
            "deployment window",
            "maintenance window",
            "peer review",
            "soak",
            "sub-task",
            "time slot",
            "two-man",
            "window begins",
            "window ends",
            "window starts",
            "work item");

    @Test
    void explainsWordsThatStandOnSomePage() throws IOException {
        String pages = pages().entrySet().stream()
                .filter(page -> !page.getKey().equals(GLOSSARY))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        assertThat(terms().values())
                .allSatisfy(term -> assertThat(pages.contains(term.toLowerCase(Locale.ROOT)))
                        .as(term)
                        .isTrue());
    }

    @Test
    void explainsEachWordOnceAndEveryWordThatAPageAsksAbout() throws IOException {
        assertThat(TERM.matcher(Files.readString(GLOSSARY)).results())
                .hasSizeGreaterThan(20)
                .hasSameSizeAs(terms().keySet());
        List<String> asked = pages().values().stream()
                .flatMap(page -> LINK.matcher(page).results())
                .map(link -> link.group(1))
                .toList();
        assertThat(asked).isNotEmpty();
        assertThat(terms().keySet()).containsAll(asked);
    }

    @Test
    void callsNothingByAnotherName() throws IOException {
        assertThat(pages())
                .allSatisfy((path, text) -> assertThat(OTHERS)
                        .as(path.toString())
                        .noneMatch(other ->
                                Pattern.compile("\\b" + other).matcher(text).find()));
    }

    private static Map<String, String> terms() throws IOException {
        Map<String, String> terms = new TreeMap<>();
        TERM.matcher(Files.readString(GLOSSARY)).results().forEach(term -> terms.put(term.group(1), term.group(2)));
        return terms;
    }

    /** In small letters. */
    private static Map<Path, String> pages() throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        for (Path folder : List.of(TEMPLATES, FORMS)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(GlossaryTests::isPage).toList()) {
                    pages.put(file, Files.readString(file).toLowerCase(Locale.ROOT));
                }
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        String name = file.toString();
        return name.endsWith(".html") || name.endsWith(".form") && !name.contains("target");
    }
}
