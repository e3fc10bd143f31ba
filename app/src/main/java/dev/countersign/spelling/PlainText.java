package dev.countersign.spelling;

import java.text.Normalizer;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;

/**
 * Text as people see it. What they paste brings along what nobody sees: colours of a terminal, marks that turn text
 * around, spaces that are none. Every door takes text through here before it is measured, compared or kept.
 */
public final class PlainText {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    /** A terminal's commands (ECMA-48): colours and cursor moves, and titles up to their end. */
    private static final Pattern TERMINAL = Pattern.compile(
            "(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]|\\x1B][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)|\\x1B[@-Z\\\\^_]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x0B\\x0C\\x85\\u2028\\u2029]");

    private PlainText() {}

    /**
     * The same text in Unicode's form C: its lines end with a line feed, every kind of space is the plain one, and what
     * cannot be seen is gone, but for joiners inside words and the variants of a character. Saying it twice changes
     * nothing.
     */
    public static String of(String typed) {
        return typed.chars().allMatch(PlainText::isPlain) ? typed : plain(typed);
    }

    /** The same as one line without space around it. */
    public static String line(String typed) {
        return of(typed).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /** Most text is: then a file of thousands of rows need not be taken apart. */
    private static boolean isPlain(int character) {
        return character >= ' ' && character <= '~' || character == '\n' || character == '\t';
    }

    private static String plain(String typed) {
        String lines = LINE_END.matcher(TERMINAL.matcher(typed).replaceAll("")).replaceAll("\n");
        String seen = withoutHidden(lines);
        return Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    private static String withoutHidden(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        int before = ' ';
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        int joiner = 0;
        while (points.hasNext()) {
            int point = points.nextInt();
            if (point == ZWJ || point == ZWNJ) {
                joiner = point;
            } else if (isSpace(point)) {
                seen.append(' ');
                before = ' ';
                joiner = 0;
            } else if (isSeen(point, before)) {
                if (joiner != 0 && joins(before) && joins(point)) {
                    seen.appendCodePoint(joiner);
                }
                seen.appendCodePoint(point);
                before = point;
                joiner = 0;
            }
        }
        return seen.toString();
    }

    /** Space separators, and the letters and patterns that are drawn as nothing. */
    private static boolean isSpace(int point) {
        return Character.getType(point) == Character.SPACE_SEPARATOR || point == 0x2800 || isFiller(point);
    }

    private static boolean isFiller(int point) {
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0;
    }

    private static boolean isSeen(int point, int before) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        if (isVariant(point)) {
            return joins(before);
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> isSign(point);
            default -> !isIgnorable(point);
        };
    }

    /** Format characters that are drawn: signs of Arabic, Syriac and Kaithi around numbers and verses. */
    private static boolean isSign(int point) {
        return point >= 0x0600 && point <= 0x0605
                || point == 0x06DD
                || point == 0x070F
                || point == 0x0890
                || point == 0x0891
                || point == 0x08E2
                || point == 0x110BD
                || point == 0x110CD;
    }

    /** Marks that Unicode asks programs to draw as nothing. */
    private static boolean isIgnorable(int point) {
        return point == 0x034F || point == 0x17B4 || point == 0x17B5 || point >= 0x180B && point <= 0x180F;
    }

    /** Which form of the character before it is meant. */
    private static boolean isVariant(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static boolean joins(int point) {
        return !Character.isWhitespace(point)
                && (isVariant(point) || !isAscii(point) || Character.isLetterOrDigit(point));
    }

    private static boolean isAscii(int point) {
        return point < 0x80;
    }
}
