package dev.countersign.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Shows what a terminal would: it knows as much as {@link Screen} says, and fails for anything else. */
final class TerminalScreen {

    private static final Pattern WORD =
            Pattern.compile("\033\\[(\\d*)A|\033\\[2K|\033\\[J|\033\\[\\?7[lh]|\r|\n|[^\033\r\n]+");

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(sent, true, StandardCharsets.UTF_8);
    private final List<String> lines = new ArrayList<>(List.of(""));
    private int row;

    PrintStream out() {
        return out;
    }

    /** The lines without the empty one that the cursor stands on. */
    List<String> lines() {
        lines.clear();
        lines.add("");
        row = 0;
        String text = sent.toString(StandardCharsets.UTF_8);
        var words = WORD.matcher(text);
        int end = 0;
        while (words.find()) {
            if (words.start() != end) {
                throw new AssertionError("Expected a terminal to understand '%s'".formatted(text.substring(end)));
            }
            end = words.end();
            take(words.group(), words.group(1));
        }
        return lines.subList(0, lines.size() - 1);
    }

    private void take(String word, String count) {
        switch (word) {
            case "\n" -> down();
            case "\033[2K" -> lines.set(row, "");
            case "\033[J" -> clearBelow();
            case "\r", "\033[?7l", "\033[?7h" -> {}
            default -> {
                if (count != null) {
                    row -= Integer.parseInt(count);
                } else {
                    lines.set(row, lines.get(row) + word);
                }
            }
        }
    }

    private void down() {
        if (++row == lines.size()) {
            lines.add("");
        }
    }

    private void clearBelow() {
        lines.subList(row + 1, lines.size()).clear();
        lines.set(row, "");
    }
}
