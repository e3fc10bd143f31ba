package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Every process that this data folder owns, on record from its first moment, so that a next start can end it. */
final class Children {

    private static final long GRACE_SECONDS = 10;

    private final DataFolder folder;
    private boolean closed;

    Children(DataFolder folder) {
        this.folder = folder;
    }

    synchronized ChildProcess launch(Launch launch) {
        if (closed) {
            throw Refusal.conflict(
                    "local.stopping",
                    "Expected to start '" + launch.name() + "', but the stack is stopping.",
                    "Start again.");
        }
        try {
            Path record = record(launch.name());
            var child = ChildProcess.start(launch, folder.folder("logs"), record);
            Files.writeString(record, OwnedProcess.of(child.handle()).line() + "\n");
            return child;
        } catch (IOException e) {
            throw Refusal.notFound(
                    "local.no-launch",
                    "Expected to start '" + launch.name() + "', but the system refused: " + e.getMessage() + ".",
                    "Check that the program is there and may be run.");
        }
    }

    private Path record(String name) {
        return folder.folder("processes").resolve(name);
    }

    /** From now on nothing starts any more; what runs is ended. */
    synchronized void close() {
        closed = true;
        endAll();
    }

    /** Ends whatever is on record and still runs, the database last; returns how many there were. */
    int endAll() {
        try (var records = Files.list(folder.folder("processes"))) {
            List<Path> files = records.toList();
            int ended = end(files.stream().filter(file -> !isDatabase(file)).toList());
            return ended + end(files.stream().filter(Children::isDatabase).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to end the processes on record", e);
        }
    }

    private static int end(List<Path> files) throws IOException {
        var endings = new ArrayList<CompletableFuture<?>>();
        for (Path file : files) {
            OwnedProcess.read(file)
                    .flatMap(OwnedProcess::alive)
                    .ifPresent(alive -> endings.add(isTraining(file) ? drop(alive) : end(alive, isDatabase(file))));
        }
        endings.forEach(CompletableFuture::join);
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        return endings.size();
    }

    /** PostgreSQL answers TERM by waiting for its clients, INT by ending their sessions. */
    private static CompletableFuture<?> end(ProcessHandle handle, boolean database) {
        if (!database || !Signal.interrupt(handle)) {
            handle.destroy();
        }
        return handle.onExit().orTimeout(GRACE_SECONDS, TimeUnit.SECONDS).exceptionallyCompose(late -> {
            handle.destroyForcibly();
            return handle.onExit();
        });
    }

    /** A training run has nothing to save, and at its end a Java of its own that would outlive it. */
    private static CompletableFuture<?> drop(ProcessHandle handle) {
        handle.descendants().forEach(ProcessHandle::destroyForcibly);
        handle.destroyForcibly();
        return handle.onExit();
    }

    private static boolean isTraining(Path file) {
        return file.endsWith(BrokerCache.NAME);
    }

    private static boolean isDatabase(Path file) {
        return file.endsWith(Postgres.NAME);
    }
}
