package dev.countersign.journal.web;

import dev.countersign.journal.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The record as RFC 4180 lines for spreadsheets, which must not take what people wrote for formulas. */
final class CsvFile implements Closeable {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CSVPrinter printer;

    CsvFile(Writer out) throws IOException {
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(
                "id", "at", "stream", "seq", "kind", "actor", "systems", "summary", "data", "previous_hash", "hash");
    }

    void add(Entry entry) {
        try {
            printer.printRecord(
                    entry.id(),
                    entry.at(),
                    harmless(entry.stream()),
                    entry.seq(),
                    harmless(entry.kind()),
                    harmless(entry.actor()),
                    harmless(String.join(" ", entry.systems())),
                    harmless(entry.summary()),
                    harmless(entry.data()),
                    entry.previous(),
                    entry.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The apostrophe makes every spreadsheet take the cell as text. */
    static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
