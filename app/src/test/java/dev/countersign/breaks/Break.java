package dev.countersign.breaks;

import dev.countersign.local.OnRealStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule that is broken on purpose.
 *
 * @param file below `src/main`
 * @param rule the words that hold it; they stand in the file once
 * @param broken what stands there instead
 * @param test who should notice: a class by its full name, or one method of it after `#`
 */
record Break(String file, String rule, String broken, String test) {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern CONSTANT =
            Pattern.compile("(?m)^ {4}(?:public )?static final (?:String|int|long) ([A-Z_]+)");

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

    /** Other files that a compiler copies its constants into. */
    List<Path> copies() throws IOException {
        String name = source().getFileName().toString().replace(".java", ".");
        List<String> constants = CONSTANT.matcher(text())
                .results()
                .map(constant -> name + constant.group(1))
                .toList();
        try (Stream<Path> all = Files.walk(MAIN.resolve("java"))) {
            return all.filter(other -> other.toString().endsWith(".java") && !other.equals(source()))
                    .filter(other -> constants.stream().anyMatch(text(other)::contains))
                    .toList();
        }
    }

    /** The file as it is. */
    String text() {
        return text(source());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
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

    /** Whether a part of its file's or its test's name is this. */
    boolean isAbout(String name) {
        return file.contains(name) || test.contains(name);
    }

    /** The test's class, of which nothing is started by looking at it. */
    Class<?> testedBy() throws ClassNotFoundException {
        return Class.forName(test.split("#", 2)[0], false, Break.class.getClassLoader());
    }

    /** Where its test is run. */
    enum Room {
        /** It needs nothing, and runs in the benchmark's own process. */
        HERE,
        /** It needs the stack, which is started once in another process. */
        TOGETHER,
        /** What it starts would be there the second time, or begins with what is broken: a process of its own. */
        APART
    }

    Room room() throws ClassNotFoundException {
        if (testedBy().getSimpleName().endsWith("Tests")) {
            return Room.HERE;
        }
        return isJava() && testedBy().isAnnotationPresent(OnRealStack.class) ? Room.TOGETHER : Room.APART;
    }

    /** Whose rule it is. */
    String module() {
        Path place = Path.of(place());
        return place.getName(2).toString();
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
