package dev.countersign.local;

import dev.countersign.refusals.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The one folder that holds all data of a local stack; whoever has it open holds its lock, even past a kill -9. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = "countersign.lock";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static DataFolder open(Path root) {
        try {
            refuseStrangeFolder(root);
            Files.createDirectories(root);
            keepPrivate(root);
            return new DataFolder(root, locked(root));
        } catch (IOException e) {
            throw Refusal.conflict(
                    "local.folder-unusable",
                    "Expected to keep data in folder '%s', but the system refused it: %s."
                            .formatted(
                                    root, e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage()),
                    "Give a folder that you may write into with --countersign.local.data=<folder>.");
        }
    }

    /** Nothing that somebody else put somewhere is ever written into or emptied. */
    private static void refuseStrangeFolder(Path root) throws IOException {
        if (!Files.exists(root)
                || Files.exists(root.resolve(LOCK))
                || children(root).isEmpty()) {
            return;
        }
        throw Refusal.conflict(
                "local.strange-folder",
                "Expected to use data folder '" + root + "', but it holds other files.",
                "Give an empty or new folder with --countersign.local.data=<folder>.");
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) != null) {
            return channel;
        }
        channel.close();
        throw Refusal.conflict(
                "local.folder-in-use",
                "Expected to use data folder '" + root + "', but another Countersign runs on it.",
                "Stop that one first, or give this one its own --countersign.local.data=<folder> and ports.");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void keepPrivate(Path root) throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
    }

    void empty() {
        try {
            for (Path child : children(root)) {
                if (!child.endsWith(LOCK)) {
                    FileSystemUtils.deleteRecursively(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to empty data folder '" + root + "'", e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }

    Path root() {
        return root;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** A folder inside, made when it is not there yet. */
    Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to make folder '" + name + "' in '" + root + "'", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to leave data folder '" + root + "'", e);
        }
    }
}
