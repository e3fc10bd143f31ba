package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalCountersignIT {

    private static final int UNWELL = 1;

    @RegisterExtension
    final LocalRuns runs = new LocalRuns();

    /**
     * Killed while it works (a fast machine may be done by then), the demo is completed by the next start, and nothing of
     * it is there twice.
     */
    @Test
    void startsGoesOnAfterAKillStopsAndFindsItsDataAgain() throws Exception {
        diesInItsFirstMoments();
        diesAtRandomMoments();
        var first = runs.start().awaitUp();
        assertThat(first.printed())
                .contains("Countersign is at http://localhost:", "grace   Grace Lindqvist", "Camunda License 1.0");
        var orphans = runs.children();
        assertThat(orphans).hasSize(3);
        refusesASecondOne();
        runs.demo(first).awaitVerdicts(2);
        first.process().destroyForcibly().onExit().join();
        assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);

        var second = runs.start().awaitUp();
        assertThat(second.printed()).contains("Ended 3 processes that an earlier run left behind.");
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        runs.demo(second).awaitComplete();
        var children = runs.children();
        second.pressCtrlC();
        assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);

        var third = runs.start().awaitUp();
        assertThat(third.printed()).doesNotContain("left behind");
        assertThat(runs.demo(third).changes()).isEqualTo(18);
        third.pressCtrlC();
        assertThat(runs.children()).isEmpty();
    }

    private void refusesASecondOne() {
        var other = runs.start();
        assertThat(other.end()).isEqualTo(UNWELL);
        assertThat(other.printed()).contains("another Countersign runs on it").hasLineCount(1);
    }

    /** The first start makes the database's files; whatever moment it dies at, the next one begins where it can. */
    private void diesInItsFirstMoments() {
        for (String half :
                List.of("secrets.properties", "postgres.new", "postgres.new/PG_VERSION", "postgres/PG_VERSION")) {
            LocalRun dying = runs.start();
            DemoRun.await("it has made " + half)
                    .until(() -> Files.exists(runs.data().resolve(half))
                            || !dying.process().isAlive());
            dying.process().destroyForcibly().onExit().join();
            assertThat(dying.printed()).doesNotContain("Expected to");
        }
    }

    /** Nobody knows all the moments that there are. */
    private void diesAtRandomMoments() throws InterruptedException {
        long seed = System.nanoTime();
        for (int millis : new Random(seed).ints(4, 0, 5_000).toArray()) {
            LocalRun dying = runs.start();
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
            var run = runs.start("--countersign.local.ports.gateway=" + taken.getLocalPort());
            assertThat(run.end()).isEqualTo(UNWELL);
            assertThat(run.printed()).contains("(gateway), but it is taken").hasLineCount(1);
            assertThat(runs.children()).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsNoJdk() {
        var run = runs.start("--countersign.local.java=" + runs.data());
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("on a JDK '21' or newer", "--countersign.local.java=")
                .hasLineCount(1);
    }

    @Test
    void stopsTheOthersWhenOneFails() throws Exception {
        DataFolder.open(runs.data()).close();
        Files.createDirectory(runs.data().resolve("postgres"));
        Files.writeString(runs.data().resolve("postgres/PG_VERSION"), "7.4");
        var run = runs.start();
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("Expected to start 'postgres', but it ended with exit code", "postgres.log")
                .as("no stack trace after it")
                .doesNotContain("\tat ");
        assertThat(runs.children()).isEmpty();
    }
}
