package dev.countersign.breaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule that is broken on purpose.
 *
 * @param file below `src/main`
 * @param rule the words that hold it; they stand in the file once
 * @param broken what stands there instead
 * @param test who should notice, by its full name
 */
record Break(String file, String rule, String broken, String test) {

    private static final Path MAIN = Path.of("src", "main");

    static List<Break> all() {
        try (var list = Break.class.getResourceAsStream("/breaks.json")) {
            return new JsonMapper().readValue(list, new TypeReference<List<Break>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path source() {
        return MAIN.resolve(file);
    }

    /** The file as it is. */
    String text() {
        try {
            return Files.readString(source());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String brokenText() {
        return text().replace(rule, broken);
    }

    boolean isJava() {
        return file.endsWith(".java");
    }

    /** Where it stands below its source folder, as on the class path. */
    String place() {
        return file.substring(file.indexOf('/') + 1);
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(file.substring(file.lastIndexOf('/') + 1), rule.strip());
    }
}
