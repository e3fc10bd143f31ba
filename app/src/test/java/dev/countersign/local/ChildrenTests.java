package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTests {

    @TempDir
    Path temp;

    private DataFolder folder;
    private Children children;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp);
        children = new Children(folder);
    }

    @AfterEach
    void close() {
        children.close();
        folder.close();
    }

    @Test
    void endsWhatAPredecessorLeftBehind() {
        var orphan = children.launch(launch("sleep", "60"));
        assertThat(new Children(folder).endAll()).isOne();
        assertThat(orphan.process().onExit()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(new Children(folder).endAll()).isZero();
    }

    /** Its starter was killed before it could write down whom it had started. */
    @Test
    void endsWhatNobodyButItselfPutOnRecord() throws IOException {
        Path record = folder.folder("processes").resolve("part");
        var orphan = ChildProcess.start(launch("sleep", "60"), folder.folder("logs"), record);
        Awaitility.await("it is on record").until(() -> Files.exists(record) && Files.size(record) > 0);
        assertThat(new Children(folder).endAll()).isOne();
        assertThat(orphan.process().onExit()).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void startsNothingOnceItIsClosed() {
        children.close();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> children.launch(launch("sleep", "60")))
                .withMessageContaining("the stack is stopping");
    }

    @Test
    void refusesAChildThatFailsWithItsLastComplaint() {
        var child = children.launch(launch("sh", "-c", "echo 'ERROR disk full'; exit 3"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> child.await(() -> false, Duration.ofSeconds(30)))
                .withMessage("Expected to start 'part', but it ended with exit code 3 (ERROR disk full).")
                .satisfies(refusal -> assertThat(refusal.wayOut()).contains("part.log"));
    }

    @Test
    void refusesAChildThatIsNeverReady() {
        var child = children.launch(launch("sleep", "60"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> child.await(() -> false, Duration.ZERO))
                .withMessageContaining("not ready after 0 s")
                .satisfies(refusal -> assertThat(refusal.wayOut()).contains("--countersign.local.patience="));
    }

    @Test
    void refusesAProgramThatIsNotThere() {
        // Where there is a setsid it says so itself, a moment later.
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> children.launch(launch("no-such-program")).awaitEnd());
    }

    private Launch launch(String... command) {
        return new Launch("part", temp, List.of(command), Map.of());
    }
}
