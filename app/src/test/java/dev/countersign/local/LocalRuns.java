package dev.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The runs of one test on one data folder; nothing of them stays behind, also when a test failed half-way. */
final class LocalRuns implements BeforeEachCallback, AfterEachCallback {

    private final List<LocalRun> runs = new ArrayList<>();
    private Path data;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Files.createDirectories(Path.of("target", "real-stack"));
        data = Files.createTempDirectory(Path.of("target", "real-stack").toAbsolutePath(), "local-");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        runs.forEach(run -> run.process().destroyForcibly().onExit().join());
        runs.clear();
        children().forEach(ProcessHandle::destroyForcibly);
    }

    LocalRun start(String... arguments) {
        LocalRun run = LocalRun.start(data, arguments);
        runs.add(run);
        return run;
    }

    /** The servers that its runs have started and not ended. */
    List<ProcessHandle> children() {
        return LocalRun.children(data);
    }

    Path data() {
        return data;
    }

    DemoRun demo(LocalRun run) {
        return new DemoRun(data, run);
    }
}
