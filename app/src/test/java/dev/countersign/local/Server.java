package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One server of a {@link RealStack}, to be stopped, killed and started again. */
public final class Server {

    private final Part part;

    Server(Part part) {
        this.part = part;
    }

    /** As `kill -9` does it; returns when the process is gone, and those that end because it is: they still answer. */
    public void kill() {
        part.child().ifPresent(child -> {
            List<ProcessHandle> below = child.process().descendants().toList();
            child.process().destroyForcibly();
            child.process().onExit().join();
            below.forEach(one -> one.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        });
    }

    /** Asks it to end and returns when it has. */
    public void stop() {
        part.child().ifPresent(child -> {
            child.process().destroy();
            child.process().onExit().join();
        });
    }

    public boolean runs() {
        return part.child().filter(child -> child.process().isAlive()).isPresent();
    }

    /** It hangs: its processes stand still and hold every connection. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets it go on where it stood. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        part.child().map(ChildProcess::handle).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .forEach(process -> send(signal, process));
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signalling a server", e);
        }
    }

    /** Returns when it is ready; it finds its data and its port again. */
    public void start() {
        part.start();
    }

    public boolean isAlive() {
        return part.child().filter(child -> child.process().isAlive()).isPresent();
    }
}
