package dev.countersign.local;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line for each part on a terminal, rewritten in place while its seconds run. */
final class LiveProgress implements Progress {

    private static final long TICK_MILLIS = 200;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final List<Line> lines = new ArrayList<>();
    private int drawn;

    LiveProgress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
    }

    /** Draws by itself as long as anything is on its way. */
    static LiveProgress on(PrintStream out) {
        var progress = new LiveProgress(out, System::nanoTime);
        Thread.ofPlatform().name("progress").daemon().start(progress::keepDrawing);
        return progress;
    }

    private static final class Line {
        private final String part;
        private final long begun;
        private String text;
        private long ended = -1;

        private Line(String part, String text, long begun) {
            this.part = part;
            this.text = text;
            this.begun = begun;
        }

        private boolean isOnItsWay() {
            return ended < 0;
        }

        private String at(long now) {
            double seconds = ((isOnItsWay() ? now : ended) - begun) / 1e9;
            return String.format(Locale.ROOT, "%6.1f s  %-14s %s", seconds, part, text);
        }
    }

    @Override
    public void during(String part, String waitsFor, Runnable start) {
        Line line = begin(part, "waits for " + waitsFor);
        String end = "failed";
        try {
            start.run();
            end = "ready";
        } finally {
            end(line, end);
        }
    }

    @Override
    public synchronized void say(String text) {
        Screen.erase(out, drawn);
        out.println(text);
        drawn = 0;
        redraw();
    }

    @Override
    public synchronized void settle() {
        redraw();
        lines.clear();
        drawn = 0;
    }

    private synchronized Line begin(String part, String text) {
        Line line = new Line(part, text, nanos.getAsLong());
        lines.add(line);
        redraw();
        notifyAll();
        return line;
    }

    private synchronized void end(Line line, String text) {
        line.text = text;
        line.ended = nanos.getAsLong();
        redraw();
    }

    synchronized void redraw() {
        long now = nanos.getAsLong();
        Screen.rewrite(out, drawn, lines.stream().map(line -> line.at(now)).toList());
        drawn = lines.size();
    }

    private synchronized void keepDrawing() {
        try {
            while (true) {
                wait(lines.stream().anyMatch(Line::isOnItsWay) ? TICK_MILLIS : 0);
                redraw();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
