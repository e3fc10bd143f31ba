package dev.countersign.local;

import java.io.PrintStream;
import java.util.Locale;

/** One line when a part begins and one when it is ready. */
final class PlainProgress implements Progress {

    private final PrintStream out;
    private final long since = System.nanoTime();

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void during(String part, String waitsFor, Runnable start) {
        long begun = System.nanoTime();
        line(part, "waits for " + waitsFor);
        start.run();
        line(part, String.format(Locale.ROOT, "ready after %.1f s", (System.nanoTime() - begun) / 1e9));
    }

    private synchronized void line(String part, String text) {
        out.printf(Locale.ROOT, "%6.1f s  %-14s %s%n", (System.nanoTime() - since) / 1e9, part, text);
        out.flush();
    }

    @Override
    public void settle() {}

    @Override
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }
}
