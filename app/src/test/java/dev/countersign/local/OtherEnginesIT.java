package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The local stack on an engine that keeps nothing, and on one that is somebody else's. */
class OtherEnginesIT {

    private static final int UNWELL = 1;

    private final List<LocalRun> runs = new ArrayList<>();
    private Path data;

    @BeforeEach
    void newFolder() throws IOException {
        Files.createDirectories(Path.of("target", "real-stack"));
        data = Files.createTempDirectory(Path.of("target", "real-stack").toAbsolutePath(), "engine-");
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

    /** With the first run goes all that the engine knew, while the demo's changes are half on their way. */
    @Test
    void bringsItsProcessesBackFromPostgresAfterARestart() throws Exception {
        var first = start("--countersign.local.engine=memory").awaitUp();
        assertThat(first.printed()).contains("Camunda's 8.8 test engine runs here", "for development and tests only");
        new DemoRun(data, first).awaitVerdicts(2);
        first.pressCtrlC();

        var second = start("--countersign.local.engine=memory").awaitUp();
        new DemoRun(data, second).awaitComplete();
        second.pressCtrlC();
        assertThat(LocalRun.children(data)).isEmpty();
    }

    /** One application beside others on a cluster that it neither starts nor stops. */
    @Test
    void runsOnACamundaOfSomebodyElse() throws Exception {
        var theirs = RealStack.fragile();
        var run = start(
                        "--countersign.local.engine=" + theirs.properties().get("countersign.engine.grpc-address"),
                        "--countersign.engine.prefix=guest-" + System.nanoTime())
                .awaitUp();
        assertThat(run.printed()).contains("is not this stack's; for production it needs a licence from Camunda.");
        assertThat(LocalRun.children(data)).as("PostgreSQL and Keycloak").hasSize(2);
        new DemoRun(data, run).awaitVerdicts(2);
        run.pressCtrlC();
        assertThat(theirs.engine().isAlive()).isTrue();
    }

    @Test
    void saysThatNothingAnswersAtTheAddress() {
        var run = start("--countersign.local.engine=http://127.0.0.1:9");
        assertThat(run.end()).isEqualTo(UNWELL);
        assertThat(run.printed())
                .contains("Expected to run on Camunda at 'http://127.0.0.1:9', but nothing answers there")
                .doesNotContain("\tat ");
        assertThat(LocalRun.children(data)).isEmpty();
    }
}
