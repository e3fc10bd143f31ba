package dev.countersign.local;

import java.io.IOException;

/** The one signal that Java itself cannot send. */
final class Signal {

    private Signal() {}

    /** Whether the signal could be sent; there is none on Windows. */
    static boolean interrupt(ProcessHandle handle) {
        try {
            var kill = new ProcessBuilder("kill", "-INT", Long.toString(handle.pid())).start();
            return kill.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
