package dev.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What `docs/refusals.md` says of each code. */
public final class Catalogue {

    private static final Path FILE = Path.of("docs", "refusals.md");
    private static final Pattern LINE = Pattern.compile("\\| `([^`]+)` \\|(?: ([\\dx, ]+) \\|)? ([A-Z].*\\.) \\|");

    private Catalogue() {}

    /** The codes of a part with their statuses, or where it has none with their meaning. */
    public static Map<String, String> section(String title) {
        String text = text();
        String part = text.substring(text.indexOf("## " + title)).split("\n## ", 2)[0];
        Map<String, String> lines = new TreeMap<>();
        LINE.matcher(part)
                .results()
                .forEach(line -> lines.put(line.group(1), line.group(2) == null ? line.group(3) : line.group(2)));
        assertThat(lines).hasSize((int)
                part.lines().filter(line -> line.startsWith("| `")).count());
        return lines;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
