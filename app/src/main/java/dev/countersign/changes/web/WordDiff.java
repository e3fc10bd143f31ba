package dev.countersign.changes.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.countersign.spelling.Excerpt;
import java.util.ArrayList;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** What differs between two texts, word by word; long stretches that are the same are cut, so that the rest is seen. */
@NamedInterface("reading")
public final class WordDiff {

    /** What a piece is. */
    public enum Kind {
        SAME,
        GONE,
        NEW,
        CUT
    }

    /** Some words in a row of which the same is true. */
    public record Piece(Kind kind, String words) {}

    private static final int LONG = 240;
    private static final int KEPT = 80;

    private WordDiff() {}

    static List<Piece> between(String was, String now) {
        List<String> before = words(was);
        List<String> after = words(now);
        var pieces = new ArrayList<Piece>();
        var changed = new Changed(new ArrayList<>(), new ArrayList<>());
        int read = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            changed = changed.after(before.subList(read, delta.getSource().getPosition()), pieces);
            changed.gone().addAll(delta.getSource().getLines());
            changed.come().addAll(delta.getTarget().getLines());
            read = delta.getSource().last() + 1;
        }
        changed.close(pieces);
        same(before.subList(read, before.size()), pieces);
        return pieces;
    }

    /** What differs at one place; where nothing but a blank is the same in between, it is one place still. */
    private record Changed(List<String> gone, List<String> come) {

        Changed after(List<String> same, List<Piece> pieces) {
            if (same.equals(List.of(" ")) && !gone.isEmpty() && !come.isEmpty()) {
                gone.add(" ");
                come.add(" ");
                return this;
            }
            close(pieces);
            same(same, pieces);
            return new Changed(new ArrayList<>(), new ArrayList<>());
        }

        void close(List<Piece> pieces) {
            add(Kind.GONE, gone, pieces);
            add(Kind.NEW, come, pieces);
        }
    }

    /** Words and what stands between them, each on its own: a word at the end of its line is the same word. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)"));
    }

    private static void add(Kind kind, List<String> words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static void same(List<String> words, List<Piece> pieces) {
        String text = String.join("", words);
        if (text.length() <= LONG) {
            add(Kind.SAME, words, pieces);
            return;
        }
        pieces.add(new Piece(Kind.SAME, Excerpt.start(text, KEPT)));
        pieces.add(new Piece(Kind.CUT, " … "));
        pieces.add(new Piece(Kind.SAME, end(text)));
    }

    /** Begins with a whole word. */
    private static String end(String text) {
        String end = text.substring(text.length() - KEPT);
        int space = end.indexOf(' ');
        return space < 0 ? end : end.substring(space + 1);
    }
}
