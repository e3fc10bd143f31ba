package dev.countersign.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** `<subject>/<run>`, the one variable by which every process here says whose it is. */
record RunId(String subject, int number) {

    private static final Pattern SPELLING = Pattern.compile("(.+)/([0-9]{1,9})");

    String text() {
        return subject + "/" + number;
    }

    static RunId parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected to read a run as '<subject>/<number>', but got '%s'.".formatted(text)));
    }

    /** What a process says of itself; empty if it is no run. */
    static Optional<RunId> find(@Nullable Object said) {
        Matcher matcher = SPELLING.matcher(String.valueOf(said));
        return matcher.matches()
                ? Optional.of(new RunId(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
