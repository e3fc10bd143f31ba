package dev.countersign.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which process was started: a number alone may be another program by now, number and start time together are not. */
record OwnedProcess(long pid, Instant started) {

    /** The boot time that start times are counted from moves a little with the system's clock. */
    private static final Duration BLUR = Duration.ofSeconds(2);

    static OwnedProcess of(ProcessHandle handle) {
        return new OwnedProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<OwnedProcess> parse(String line) {
        String[] words = line.strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new OwnedProcess(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
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
                .map(start -> Duration.between(start, started).abs().compareTo(BLUR) <= 0)
                .orElse(false);
    }
}
