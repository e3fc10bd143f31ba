package dev.countersign.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks each rule of the list and runs the test that should notice: `mvn verify -Pbenchmark -Dit.test=BreaksBenchmark`. It
 * prints how many were noticed.
 */
class BreaksBenchmark {

    private static final int PERCENT = 95;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final PrintStream OUT = System.out;
    private static final String CLASSES =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    @Test
    void areNoticed() throws Exception {
        List<Break> all = Break.all();
        List<Break> unnoticed = new ArrayList<>();
        for (Break one : all) {
            boolean noticed = isNoticed(one);
            OUT.printf("%-8s %s by %s%n", noticed ? "noticed" : "MISSED", one, one.test());
            if (!noticed) {
                unnoticed.add(one);
            }
        }
        int noticed = all.size() - unnoticed.size();
        OUT.printf("%d of %d broken rules noticed, %d %%%n", noticed, all.size(), 100 * noticed / all.size());
        assertThat(noticed * 100).as("missed: %s", unnoticed).isGreaterThanOrEqualTo(PERCENT * all.size());
    }

    private boolean isNoticed(Break one) throws IOException, InterruptedException {
        Path patch = Files.createTempDirectory(folder, "break");
        if (one.isJava()) {
            compile(one, patch);
        } else {
            Path place = patch.resolve(one.place());
            Files.createDirectories(place.getParent());
            Files.writeString(place, one.brokenText());
        }
        int code = run(patch, one.test());
        assertThat(code).as("a run of %s", one.test()).isIn(OneRun.GREEN, OneRun.RED);
        return code == OneRun.RED;
    }

    /** A break that does not compile would be noticed by nobody's merit. */
    private static void compile(Break one, Path patch) throws IOException {
        Path source = patch.resolve("source").resolve(one.source().getFileName());
        Files.createDirectories(source.getParent());
        Files.writeString(source, one.brokenText());
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-nowarn",
                        "-Xlint:none",
                        "-cp",
                        CLASSES,
                        "-d",
                        patch.toString(),
                        source.toString());
        assertThat(code).as("compiling %s", one).isZero();
    }

    private int run(Path patch, String test) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        patch + System.getProperty("path.separator") + CLASSES,
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
