package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.Revision;
import dev.countersign.journal.SpreadsheetCell;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The list as RFC 4180 lines for spreadsheets, which must not take what people wrote for formulas. */
final class ChangesFile implements Closeable {

    private final CSVPrinter printer;

    ChangesFile(Writer out) throws IOException {
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(
                "change",
                "title",
                "state",
                "tier",
                "systems",
                "window_opens",
                "window_closes",
                "author",
                "author_name",
                "written",
                "in_state_since");
    }

    void add(List<Change> changes, ListNames names) {
        changes.forEach(change -> print(
                change.id(),
                SpreadsheetCell.harmless(change.title()),
                change.status().word(),
                names.tier(change),
                SpreadsheetCell.harmless(String.join(" ", change.systems())),
                moment(change, revision -> revision.document().windowStart()),
                moment(change, revision -> revision.document().windowEnd()),
                SpreadsheetCell.harmless(change.author().value()),
                SpreadsheetCell.harmless(names.author(change)),
                change.createdAt(),
                change.statusSince()));
    }

    /** Whoever opens a file that may hold only a part must see it. */
    void endsAt(int most) {
        print("This file ends after %d changes. Narrow the search if there are more.".formatted(most));
    }

    private static @Nullable Instant moment(Change change, Function<Revision, @Nullable Instant> part) {
        return change.current().map(part).orElse(null);
    }

    private void print(@Nullable Object... cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
