package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private long now;
    private final TerminalScreen screen = new TerminalScreen();
    private final LiveProgress live = new LiveProgress(screen.out(), () -> now);

    @Test
    void keepsOneLineForEachPartOnATerminal() {
        live.during("Camunda", "its partition", () -> {
            pass(1.5);
            live.during("PostgreSQL", "its databases", () -> {
                pass(2);
                live.redraw();
                assertThat(screen.lines())
                        .containsExactly(
                                "   3.5 s  Camunda        waits for its partition",
                                "   2.0 s  PostgreSQL     waits for its databases");
            });
            pass(4);
        });
        assertThat(screen.lines()).containsExactly("   7.5 s  Camunda        ready", "   2.0 s  PostgreSQL     ready");
    }

    @Test
    void saysWhatElseHappensAboveTheLines() {
        live.during("Camunda", "its partition", () -> live.say("Ended 3 processes."));
        assertThat(screen.lines()).containsExactly("Ended 3 processes.", "   0.0 s  Camunda        ready");
    }

    @Test
    void leavesTheLinesAloneOnceTheyAreSettled() {
        live.during("Camunda", "its partition", () -> {});
        live.settle();
        live.say("Countersign is at http://localhost:8080");
        live.redraw();
        assertThat(screen.lines())
                .containsExactly("   0.0 s  Camunda        ready", "Countersign is at http://localhost:8080");
    }

    @Test
    void saysWhichPartFailed() {
        assertThatThrownBy(() -> live.during("Camunda", "its partition", ProgressTests::fail))
                .hasMessage("no disk");
        assertThat(screen.lines()).containsExactly("   0.0 s  Camunda        failed");
    }

    @Test
    void drawsNothingMoreOfAPartThatEndsTooLate() {
        live.during("Camunda", "its partition", () -> {
            live.settle();
            live.say("Expected to start 'postgres', but it ended.");
        });
        assertThat(screen.lines())
                .containsExactly(
                        "   0.0 s  Camunda        waits for its partition",
                        "Expected to start 'postgres', but it ended.");
    }

    @Test
    void writesALineForEachEventToAFile() {
        var file = new ByteArrayOutputStream();
        var plain = new PlainProgress(new PrintStream(file, true, StandardCharsets.UTF_8));
        plain.during("Camunda", "its partition", () -> plain.say("Ended 3 processes."));
        plain.settle();
        assertThat(file.toString(StandardCharsets.UTF_8)
                        .replaceAll("\\d+\\.\\d s", "0.0 s")
                        .lines())
                .containsExactly(
                        "   0.0 s  Camunda        waits for its partition",
                        "Ended 3 processes.",
                        "   0.0 s  Camunda        ready after 0.0 s");
    }

    @Test
    void isPlainWhereNobodyLooks() {
        assertThat(Progress.on(System.out)).isInstanceOf(PlainProgress.class);
    }

    private void pass(double seconds) {
        now += Math.round(seconds * 1e9);
    }

    private static void fail() {
        throw new IllegalStateException("no disk");
    }
}
