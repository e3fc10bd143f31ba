package dev.countersign.local;

import java.io.PrintStream;
import java.util.List;

/** The few words that every terminal of the last forty years understands (ECMA-48). */
final class Screen {

    private static final String UP = "\033[%dA";
    private static final String CLEAR_LINE = "\r\033[2K";
    private static final String CLEAR_BELOW = "\r\033[J";

    /** A line that wraps would be two, and the way back up one short. */
    private static final String NO_WRAP = "\033[?7l";

    private static final String WRAP = "\033[?7h";

    private Screen() {}

    /** Writes the lines over as many as were written before. */
    static void rewrite(PrintStream out, int before, List<String> lines) {
        if (before == 0 && lines.isEmpty()) {
            return;
        }
        var text = new StringBuilder(NO_WRAP).append(up(before));
        lines.forEach(line -> text.append(CLEAR_LINE).append(line).append('\n'));
        print(out, text.append(WRAP));
    }

    static void erase(PrintStream out, int lines) {
        print(out, up(lines) + CLEAR_BELOW);
    }

    private static String up(int lines) {
        return lines == 0 ? "" : UP.formatted(lines);
    }

    private static void print(PrintStream out, CharSequence text) {
        out.print(text);
        out.flush();
    }
}
