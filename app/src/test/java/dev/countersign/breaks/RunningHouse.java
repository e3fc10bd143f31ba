package dev.countersign.breaks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process in which the stack is started once, and rules are broken while it runs: it reads folders with a broken rule and
 * tests from its input, and answers in its output.
 */
final class RunningHouse {

    static final String ANSWER = "BROKEN RULE: ";

    /** What Java cannot change in a class that is at work. */
    static final int CANNOT_BE_BROKEN = 13;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static @Nullable Instrumentation instrumentation;

    private RunningHouse() {}

    public static void premain(String nothing, Instrumentation given) {
        instrumentation = given;
    }

    public static void main(String[] nothing) throws Exception {
        var wishes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String wish = wishes.readLine(); wish != null; wish = wishes.readLine()) {
            String[] parts = wish.split(" ", 2);
            System.out.println(ANSWER + run(Path.of(parts[0]), parts[1]));
        }
        System.exit(0);
    }

    private static int run(Path patch, String test) throws Exception {
        List<ClassDefinition> right = new ArrayList<>();
        List<ClassDefinition> broken = new ArrayList<>();
        for (Path file : classes(patch)) {
            String place = patch.relativize(file).toString();
            Class<?> known = Class.forName(place.replaceFirst("\\.class$", "").replace('/', '.'));
            right.add(new ClassDefinition(known, resource(place)));
            broken.add(new ClassDefinition(known, Files.readAllBytes(file)));
        }
        try {
            redefine(broken);
        } catch (UnsupportedOperationException otherShape) {
            return CANNOT_BE_BROKEN;
        }
        try {
            return OneRun.together(test, PATIENCE);
        } finally {
            redefine(right);
        }
    }

    private static List<Path> classes(Path patch) throws IOException {
        try (Stream<Path> all = Files.walk(patch)) {
            return all.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static byte[] resource(String place) throws IOException {
        try (var bytes = RunningHouse.class.getClassLoader().getResourceAsStream(place)) {
            return Objects.requireNonNull(bytes).readAllBytes();
        }
    }

    private static void redefine(List<ClassDefinition> classes)
            throws ClassNotFoundException, UnmodifiableClassException {
        Objects.requireNonNull(instrumentation).redefineClasses(classes.toArray(ClassDefinition[]::new));
    }
}
