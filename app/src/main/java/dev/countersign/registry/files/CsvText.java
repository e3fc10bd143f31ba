package dev.countersign.registry.files;

import dev.countersign.journal.SpreadsheetCell;
import java.util.regex.Pattern;

/**
 * Text in a cell that a spreadsheet must leave as it is: neither run as a formula, nor saved again as the number, date
 * or truth that it looks like. An apostrophe before it says so.
 */
final class CsvText {

    private static final Pattern CHANGED = Pattern.compile("(?i)'*(" + "[0-9][0-9 .,:/e%+-]*"
            + "|([0-9]+[ ./-]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([ ./-]*[0-9]+)*"
            + "|true|false|wahr|falsch)");

    private CsvText() {}

    static String written(String text) {
        return CHANGED.matcher(text).matches() ? "'" + text : SpreadsheetCell.harmless(text);
    }

    static String meant(String cell) {
        return cell.startsWith("'") && CHANGED.matcher(cell).matches()
                ? cell.substring(1)
                : SpreadsheetCell.meant(cell);
    }
}
