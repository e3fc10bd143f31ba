package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One running child; what it prints goes to its log file. */
record ChildProcess(String name, Process process, Path log) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private static final Path SHELL = Path.of("/bin/sh");

    /** @param record where the process puts itself on record, before it becomes what it is for */
    static ChildProcess start(Launch launch, Path logs, Path record) throws IOException {
        Path log = logs.resolve(launch.name() + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(launch.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(apart(onRecord(launch.command(), record)))
                .directory(launch.workingFolder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(launch.environment());
        return new ChildProcess(launch.name(), builder.start(), log);
    }

    /** Whoever starts it may be killed before writing down whom it has started, and nobody would ever end that one. */
    private static List<String> onRecord(List<String> command, Path record) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        var first = "echo $$ " + OwnedProcess.ITSELF + " > \"$0\" && exec \"$@\"";
        var line = new ArrayList<>(List.of(SHELL.toString(), "-c", first, record.toString()));
        line.addAll(command);
        return line;
    }

    /** In a session of its own a child doesn't get the terminal's Ctrl-C, so it ends after the app and not under it. */
    private static List<String> apart(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        var apart = new ArrayList<>(List.of(SETSID.toString()));
        apart.addAll(command);
        return apart;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for the probe; a child that ends before that is a refusal, and so is one that takes too long. */
    void await(BooleanSupplier probe, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!probe.getAsBoolean()) {
            if (!process.isAlive()) {
                throw failed("it ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() > end) {
                throw slow(patience);
            }
            pause();
        }
    }

    /** Waits for a child that does one thing and ends. */
    void awaitEnd() {
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw failed("it ended with exit code " + code);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a child process", e);
        }
    }

    private Refusal failed(String fact) {
        return refusal(fact, "Read " + log + "; --reset starts over with empty data.");
    }

    /** It runs still: more often the machine is busy than anything is wrong. */
    private Refusal slow(Duration patience) {
        return refusal(
                "it was not ready after " + patience.toSeconds() + " s",
                "If the machine is busy, start again, what is done so far is kept, and wait longer with "
                        + "--countersign.local.patience="
                        + patience.multipliedBy(3).toSeconds()
                        + "s. If not, read " + log + ".");
    }

    private Refusal refusal(String fact, String wayOut) {
        return Refusal.conflict(
                "local.child-failed", "Expected to start '" + name + "', but " + fact + lastComplaint() + ".", wayOut);
    }

    private String lastComplaint() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.matches(".*(ERROR|FATAL|Error:|error:).*"))
                    .reduce((first, second) -> second)
                    .map(line -> " (" + line.strip() + ")")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
