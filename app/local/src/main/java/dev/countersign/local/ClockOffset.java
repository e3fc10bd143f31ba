package dev.countersign.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** How far the stack's time is ahead of the world's; kept in the data folder, or a restart would travel back. */
final class ClockOffset {

    private record Seen(FileTime written, Duration offset) {}

    private final Path file;
    private volatile Seen seen = new Seen(FileTime.fromMillis(0), Duration.ZERO);

    ClockOffset(Path file) {
        this.file = file;
    }

    /** Asked each time somebody asks for the time, so the file is only read when it has changed. */
    Duration read() {
        try {
            FileTime written = Files.getLastModifiedTime(file);
            if (!written.equals(seen.written())) {
                seen = new Seen(written, Duration.parse(Files.readString(file).strip()));
            }
            return seen.offset();
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the clock offset '" + file + "'", e);
        }
    }

    void write(Duration offset) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, offset.toString());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep the clock offset in '" + file + "'", e);
        }
    }
}
