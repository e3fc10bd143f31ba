package dev.countersign.journal;

import java.util.regex.Pattern;

/** What people wrote, as a cell of a file that a spreadsheet opens and must not take for a formula. */
public final class SpreadsheetCell {

    /** Some read the wide signs of Chinese and Japanese keyboards as the same. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@＝＋－＠\\t\\r\\n]");

    private SpreadsheetCell() {}

    /** The apostrophe makes every spreadsheet take the cell as text. */
    public static String harmless(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    /** What was meant by a cell that was made harmless. */
    public static String meant(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
