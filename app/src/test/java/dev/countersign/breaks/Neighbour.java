package dev.countersign.breaks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The other side of a {@link RunningHouse}: it starts with the first test that is asked for. */
final class Neighbour implements AutoCloseable {

    private final Path folder;
    private final String classes;
    private @Nullable Process process;

    Neighbour(Path folder, String classes) {
        this.folder = folder;
        this.classes = classes;
    }

    int run(Path patch, String test) throws IOException {
        Process running = process == null ? start() : process;
        process = running;
        BufferedWriter wishes = running.outputWriter(StandardCharsets.UTF_8);
        wishes.write(patch + " " + test + "\n");
        wishes.flush();
        BufferedReader answers = running.inputReader(StandardCharsets.UTF_8);
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            int answer = line.indexOf(RunningHouse.ANSWER);
            if (answer >= 0) {
                return Integer.parseInt(line.substring(answer + RunningHouse.ANSWER.length()));
            }
        }
        throw new IllegalStateException("Expected an answer about %s, but the process ended.".formatted(test));
    }

    private Process start() throws IOException {
        Path agent = agent(folder);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-javaagent:" + agent,
                        "-cp",
                        classes,
                        RunningHouse.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path agent(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", RunningHouse.class.getName());
        attributes.putValue("Can-Redefine-Classes", "true");
        Path jar = folder.resolve("agent.jar");
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
        return jar;
    }

    /** It stops what it started. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process != null) {
            process.outputWriter(StandardCharsets.UTF_8).close();
            process.waitFor(1, TimeUnit.MINUTES);
            process.destroy();
        }
    }
}
