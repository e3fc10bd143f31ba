package dev.countersign.journal.web;

import dev.countersign.journal.Entry;
import dev.countersign.journal.SpreadsheetCell;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The record as RFC 4180 lines for spreadsheets, which must not take what people wrote for formulas. */
final class CsvFile implements Closeable {

    private final CSVPrinter printer;
    private final Predicate<Entry> withheld;

    CsvFile(Writer out, Predicate<Entry> withheld) throws IOException {
        this.withheld = withheld;
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(
                "id", "at", "stream", "seq", "kind", "actor", "systems", "summary", "data", "previous_hash", "hash");
    }

    void add(Entry entry) {
        try {
            printer.printRecord(
                    entry.id(),
                    entry.at(),
                    SpreadsheetCell.harmless(entry.stream()),
                    entry.seq(),
                    SpreadsheetCell.harmless(entry.kind()),
                    SpreadsheetCell.harmless(entry.actor()),
                    SpreadsheetCell.harmless(String.join(" ", entry.systems())),
                    SpreadsheetCell.harmless(entry.summary()),
                    withheld.test(entry) ? "withheld" : SpreadsheetCell.harmless(entry.data()),
                    entry.previous(),
                    entry.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
