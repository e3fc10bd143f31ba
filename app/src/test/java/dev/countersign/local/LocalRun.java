package dev.countersign.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One `LocalCountersign` as a process, as `mvn spring-boot:run` starts it. */
record LocalRun(Process process, Path output) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> ANY_PORTS = Stream.of(
                    "app", "keycloak", "gateway", "broker-command", "broker-internal", "broker-actuator", "postgres")
            .map(part -> "--countersign.local.ports." + part + "=0")
            .toList();

    /** Whoever runs the tests in the background may ignore Ctrl-C, and a child would inherit that. */
    private static final List<String> SIGNALS_AS_EVER =
            Files.isExecutable(Path.of("/usr/bin/env")) ? List.of("/usr/bin/env", "--default-signal=INT") : List.of();

    static LocalRun start(Path data, String... arguments) {
        try {
            Path output = Files.createTempFile("local-run", ".log");
            var command = new ArrayList<>(SIGNALS_AS_EVER);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    AppProcess.classPath(),
                    LocalCountersign.class.getName(),
                    "--countersign.local.train=false",
                    "--countersign.local.data=" + data));
            Stream.concat(ANY_PORTS.stream(), Stream.of(arguments))
                    .filter(argument -> List.of(arguments).stream()
                            .noneMatch(given ->
                                    !given.equals(argument) && name(given).equals(name(argument))))
                    .forEach(command::add);
            return new LocalRun(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String argument) {
        return argument.replaceFirst("=.*", "");
    }

    /** Returns when it says that it is up, or has ended. */
    LocalRun awaitUp() {
        return await("Ctrl-C stops");
    }

    /** Returns when it has printed that, or has ended. */
    LocalRun await(String word) {
        Awaitility.await("'" + word + "' from a local run")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !process.isAlive() || printed().contains(word));
        return this;
    }

    int end() {
        return process.onExit()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .exitValue();
    }

    void pressCtrlC() {
        Signal.interrupt(process.toHandle());
        end();
    }

    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ProcessHandle> children(Path data) {
        File[] records = data.resolve("processes").toFile().listFiles();
        return Stream.of(records == null ? new File[0] : records)
                .flatMap(record -> alive(record.toPath()))
                .toList();
    }

    private static Stream<ProcessHandle> alive(Path record) {
        try {
            return OwnedProcess.read(record).flatMap(OwnedProcess::alive).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
