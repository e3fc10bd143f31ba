package dev.countersign.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.breaks.Break.Room;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks each rule of the list and runs the test that should notice: `mvn verify -Pbenchmark -Dit.test=BreaksBenchmark`. It
 * prints how many were noticed. `-Dcountersign.breaks=` and a part of a file's or a test's name chooses some of them. What
 * needs no process comes first, and the stack is started once for all that need it.
 */
class BreaksBenchmark {

    private static final int PERCENT = 95;
    private static final Duration PATIENCE_HERE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final PrintStream OUT = System.out;
    private static final String CLASSES =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final List<Break> missed = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void areNoticed() throws Exception {
        List<Break> all = Break.all().stream()
                .filter(one -> one.isAbout(System.getProperty("countersign.breaks", "")))
                .sorted(Comparator.comparing(Break::test))
                .toList();
        var patches = new Patches(folder, CLASSES);
        look(Room.HERE, all, patches, this::runHere);
        try (var neighbour = new Neighbour(folder, CLASSES)) {
            look(Room.TOGETHER, all, patches, (patch, test) -> runTogether(neighbour, patch, test));
        }
        look(Room.APART, all, patches, this::runApart);
        tell(all);
        assertThat((all.size() - missed.size()) * 100)
                .as("missed: %s", missed)
                .isGreaterThanOrEqualTo(PERCENT * all.size());
    }

    /** Runs a test where a broken rule stands before the right ones. */
    private interface Runner {
        int run(Path patch, String test) throws IOException, InterruptedException, ClassNotFoundException;
    }

    /** A test that is red anyway notices nothing. */
    private void look(Room room, List<Break> all, Patches patches, Runner runner) throws Exception {
        List<Break> here = new ArrayList<>();
        for (Break one : all) {
            if (one.room() == room) {
                here.add(one);
            }
        }
        for (String test : here.stream().map(Break::test).distinct().toList()) {
            assertThat(runner.run(patches.none(), test))
                    .as("a run of %s by the right rules", test)
                    .isEqualTo(OneRun.GREEN);
        }
        for (Break one : here) {
            int code = runner.run(patches.of(one), one.test());
            assertThat(code).as("a run of %s", one.test()).isIn(OneRun.GREEN, OneRun.RED);
            note(one, code == OneRun.RED);
        }
    }

    private void note(Break one, boolean noticed) {
        OUT.printf("%-8s %s by %s%n", noticed ? "noticed" : "MISSED", one, one.test());
        if (!noticed) {
            missed.add(one);
        }
    }

    private void tell(List<Break> all) {
        var byModule = all.stream().collect(Collectors.groupingBy(Break::module, TreeMap::new, Collectors.toList()));
        byModule.forEach(this::tell);
        tell("all modules", all);
    }

    private void tell(String where, List<Break> all) {
        long noticed = all.stream().filter(one -> !missed.contains(one)).count();
        OUT.printf(
                "%s: %d of %d broken rules noticed, %d %%%n", where, noticed, all.size(), 100 * noticed / all.size());
    }

    private int runHere(Path patch, String test) throws IOException, ClassNotFoundException {
        try (var house = new BrokenHouse(patch, CLASSES)) {
            return house.run(test, PATIENCE_HERE);
        }
    }

    /** What cannot be broken at work is broken before. */
    private int runTogether(Neighbour neighbour, Path patch, String test) throws IOException, InterruptedException {
        int code = neighbour.run(patch, test);
        return code == RunningHouse.CANNOT_BE_BROKEN ? runApart(patch, test) : code;
    }

    private int runApart(Path patch, String test) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        patch + File.pathSeparator + CLASSES,
                        OneRun.class.getName(),
                        test)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
        try {
            return run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? run.exitValue() : OneRun.RED;
        } finally {
            run.destroyForcibly();
        }
    }
}
