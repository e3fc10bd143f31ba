package dev.countersign.changes;

import java.util.Arrays;

/**
 * Whether a text says the same in other words, as far as a machine can tell: by how many characters would have to be
 * typed, deleted or replaced to make one of the other. How its lines are broken makes no difference.
 */
final class Likeness {

    /** The rule in words, for whoever edits. */
    static final String RULE =
            "at most a quarter of its characters, and no more than 100, differ from what people decided on";

    private static final int PART = 4;
    private static final int MOST = 100;

    private Likeness() {}

    /**
     * Whether the second is still like the first.
     *
     * @param read what people decided on; its length sets the limit
     */
    static boolean of(String read, String now) {
        int[] before = characters(read);
        return distance(before, characters(now), Math.min(MOST, before.length / PART)) >= 0;
    }

    private static int[] characters(String text) {
        return text.strip().replaceAll("\\s+", " ").codePoints().toArray();
    }

    /** The edit distance of Levenshtein; -1 if it is more than that. Only what lies near the diagonal can be less. */
    private static int distance(int[] one, int[] other, int most) {
        if (Math.abs(one.length - other.length) > most) {
            return -1;
        }
        int[] above = new int[other.length + 1];
        for (int column = 0; column <= other.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length; row++) {
            above = below(above, row, one[row - 1], other, most);
        }
        return above[other.length] > most ? -1 : above[other.length];
    }

    private static int[] below(int[] above, int row, int character, int[] other, int most) {
        int[] line = new int[other.length + 1];
        Arrays.fill(line, most + 1);
        int from = Math.max(1, row - most);
        if (row <= most) {
            line[0] = row;
        }
        for (int column = from; column <= Math.min(other.length, row + most); column++) {
            int replaced = above[column - 1] + (character == other[column - 1] ? 0 : 1);
            line[column] = Math.min(replaced, 1 + Math.min(above[column], line[column - 1]));
        }
        return line;
    }
}
