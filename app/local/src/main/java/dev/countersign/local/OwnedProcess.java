package dev.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process was started: a number alone may be another program by now, number and start time together are not.
 *
 * @param blur how far the time on record may be from the one that the system tells
 */
record OwnedProcess(long pid, Instant started, Duration blur) {

    /** What a process puts in the place of its start time, which it does not know; the record's own time says it nearly. */
    static final String ITSELF = "itself";

    /** The boot time that start times are counted from moves a little with the system's clock. */
    private static final Duration BLUR = Duration.ofSeconds(2);

    /** A busy machine takes its time until a process has written its record. */
    private static final Duration BLUR_OF_A_RECORD = Duration.ofSeconds(20);

    static OwnedProcess of(ProcessHandle handle) {
        return new OwnedProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH), BLUR);
    }

    static Optional<OwnedProcess> read(Path record) throws IOException {
        return parse(Files.readString(record), Files.getLastModifiedTime(record).toInstant());
    }

    static Optional<OwnedProcess> parse(String line, Instant written) {
        String[] words = line.strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(words[0]);
        if (words[1].equals(ITSELF)) {
            return Optional.of(new OwnedProcess(pid, written, BLUR_OF_A_RECORD));
        }
        return words[1].matches("\\d{1,18}")
                ? Optional.of(new OwnedProcess(pid, Instant.ofEpochMilli(Long.parseLong(words[1])), BLUR))
                : Optional.empty();
    }

    String line() {
        return pid + " " + started.toEpochMilli();
    }

    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(blur) <= 0)
                .orElse(false);
    }
}
