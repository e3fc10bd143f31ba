package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalCountersignIT {

    private static final int UNWELL = 1;

    private final List<LocalRun> runs = new ArrayList<>();
    private Path data;

    @BeforeEach
    void newFolder() throws IOException {
        Files.createDirectories(Path.of("target", "real-stack"));
        data = Files.createTempDirectory(Path.of("target", "real-stack").toAbsolutePath(), "local-");
    }

    /** Also when a test failed half-way. */
    @AfterEach
    void leaveNothing() {
        runs.forEach(run -> run.process().destroyForcibly().onExit().join());
        LocalRun.children(data).forEach(ProcessHandle::destroyForcibly);
    }

    private LocalRun start(String... arguments) {
        LocalRun run = LocalRun.start(data, arguments);
        runs.add(run);
        return run;
    }

    /**
     * Killed while it works (a fast machine may be done by then), the demo is completed by the next start, and nothing of
     * it is there twice.
     */
    @Test
    void startsGoesOnAfterAKillStopsAndFindsItsDataAgain() throws Exception {
        diesInItsFirstMoments();
        diesAtRandomMoments();
        var first = start().awaitUp();
        assertThat(first.printed())
                .contains("Countersign is at http://localhost:", "grace   Grace Lindqvist", "Camunda License 1.0");
        var orphans = LocalRun.children(data);
        assertThat(orphans).hasSize(3);
        refusesASecondOne();
        new DemoRun(data, first).awaitVerdicts(2);
        first.process().destroyForcibly().onExit().join();
        assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);

        var second = start().awaitUp();
        assertThat(second.printed()).contains("Ended 3 processes that an earlier run left behind.");
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        new DemoRun(data, second).awaitComplete();
        var children = LocalRun.children(data);
        second.pressCtrlC();
        assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);

        var third = start().awaitUp();
        assertThat(third.printed()).doesNotContain("left behind");
        assertThat(new DemoRun(data, third).changes()).isEqualTo(18);
        third.pressCtrlC();
        assertThat(LocalRun.children(data)).isEmpty();
    }

    private void refusesASecondOne() {
        var other = start();
        assertThat(other.end()).isEqualTo(UNWELL);
        assertThat(other.printed()).contains("another Countersign runs on it").hasLineCount(1);
    }

    /** The first start makes the database's files; whatever moment it dies at, the next one begins where it can. */
    private void diesInItsFirstMoments() {
        for (String half :
                List.of("secrets.properties", "postgres.new", "postgres.new/PG_VERSION", "postgres/PG_VERSION")) {
            LocalRun dying = start();
            DemoRun.await("it has made " + half)
                    .until(() ->
                            Files.exists(data.resolve(half)) || !dying.process().isAlive());
            dying.process().destroyForcibly().onExit().join();
            assertThat(dying.printed()).doesNotContain("Expected to");
        }
    }

    /** Nobody knows all the moments that there are. */
    private void diesAtRandomMoments() throws InterruptedException {
        long seed = System.nanoTime();
        for (int millis : new Random(seed).ints(4, 0, 5_000).toArray()) {
            LocalRun dying = start();
            dying.process().waitFor(millis, TimeUnit.MILLISECONDS);
            dying.process().destroyForcibly().onExit().join();
            assertThat(dying.printed())
                    .as("killed after %d ms, seed %d", millis, seed)
                    .doesNotContain("Expected to");
        }
    }

    @Test
    void refusesATakenPortBeforeItStartsAnything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run = start("--countersign.local.ports.gateway=" + taken.getLocalPort());
            assertThat(run.end()).isEqualTo(UNWELL);
            assertThat(run.printed()).contains("(gateway), but it is taken").hasLineCount(1);
            assertThat(LocalRun.children(data)).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsNoJdk() {
        var run = start("--countersign.local.java=" + data);
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("on a JDK '21' or newer", "--countersign.local.java=")
                .hasLineCount(1);
    }

    @Test
    void stopsTheOthersWhenOneFails() throws Exception {
        DataFolder.open(data).close();
        Files.createDirectory(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "7.4");
        var run = start();
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("Expected to start 'postgres', but it ended with exit code", "postgres.log")
                .as("no stack trace after it")
                .doesNotContain("\tat ");
        assertThat(LocalRun.children(data)).isEmpty();
    }
}
