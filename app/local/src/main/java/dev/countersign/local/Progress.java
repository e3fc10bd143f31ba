package dev.countersign.local;

import java.io.PrintStream;
import java.util.Optional;

/** What people see while the stack starts: one line for each part, with what it waits for. */
sealed interface Progress permits PlainProgress, LiveProgress {

    /** Returns when the part is ready, or throws what kept it from that. */
    void during(String part, String waitsFor, Runnable start);

    /** Anything else that people should know. */
    void say(String text);

    /** What stands there now stays: nothing more becomes ready. */
    void settle();

    /** On a terminal the lines are kept up to date in place; a file or a pipe gets a line for each event. */
    static Progress on(PrintStream out) {
        return isTerminal() ? LiveProgress.on(out) : new PlainProgress(out);
    }

    private static boolean isTerminal() {
        var console = System.console();
        return console != null
                && console.isTerminal()
                && Optional.ofNullable(System.getenv("TERM"))
                        .filter(kind -> !kind.equals("dumb"))
                        .isPresent();
    }
}
