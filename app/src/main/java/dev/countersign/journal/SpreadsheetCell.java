package dev.countersign.journal;

import java.util.regex.Pattern;

/** What people wrote, as a cell of a file that a spreadsheet opens and must not take for a formula. */
public final class SpreadsheetCell {

    /** Some read the wide signs of Chinese and Japanese keyboards as the same. */
    private static final String SIGN = "[=+\\-@＝＋－＠]";

    private static final Pattern FORMULA = Pattern.compile("'*(?:" + SIGN + "|[\\t\\r\\n])");

    /** Where a comma is for decimals a spreadsheet begins a new cell after these, whatever stands in quotes. */
    private static final String NEW_CELL = "(?<=[;\\t\\r\\n])";

    private static final Pattern FORMULA_INSIDE = Pattern.compile(NEW_CELL + "(?='*" + SIGN + ")");
    private static final Pattern HARMLESS_INSIDE = Pattern.compile(NEW_CELL + "'(?='*" + SIGN + ")");

    private SpreadsheetCell() {}

    /** The apostrophe makes every spreadsheet take the cell as text. */
    public static String harmless(String cell) {
        String inside = FORMULA_INSIDE.matcher(cell).replaceAll("'");
        return FORMULA.matcher(cell).lookingAt() ? "'" + inside : inside;
    }

    /** What was meant by a cell that was made harmless. */
    public static String meant(String cell) {
        String whole = cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
        return HARMLESS_INSIDE.matcher(whole).replaceAll("");
    }
}
