package dev.countersign.registry.files;

import dev.countersign.spelling.Excerpt;
import dev.countersign.spelling.PlainText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Takes a CSV file apart: a row of column names, then a row for each system or department. */
final class CsvReader {

    private static final int MOST_ROWS = 20_000;

    private final List<Entry> entries = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final List<Optional<String>> fields = new ArrayList<>();
    private final BitSet nameless = new BitSet();

    static Parsed read(String text) {
        CsvReader reader = new CsvReader();
        reader.readAll(OneColumn.unwrapped(text));
        return Parsed.of(reader.entries, reader.bad);
    }

    private void readAll(String text) {
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text), Dialect.of(text).format())) {
            Iterator<CSVRecord> records = parser.iterator();
            int line = 1;
            while (bad.size() < MOST_ROWS && hasNext(records, line)) {
                take(records.next(), line);
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quotation mark that never closes cannot be read past. */
    private boolean hasNext(Iterator<CSVRecord> records, int line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            bad.add(new BadRow(line, 1, "", "the quotation marks of this row do not fit"));
            return false;
        }
    }

    private void take(CSVRecord row, int line) {
        if (Dialect.isBlank(row) || fields.isEmpty() && Dialect.isHint(row)) {
            return;
        }
        if (fields.isEmpty()) {
            readHeader(row, line);
        } else if (entries.size() >= MOST_ROWS) {
            bad.add(new BadRow(line, 1, "", "a file can have %d rows".formatted(MOST_ROWS)));
        } else {
            readRow(row, line);
        }
    }

    private void readHeader(CSVRecord row, int line) {
        for (int i = 0; i < row.size(); i++) {
            Optional<String> field = Columns.field(row.get(i));
            if (field.isEmpty() && !row.get(i).isBlank()) {
                bad.add(new BadRow(line, i + 1, "", "there is no column ‘%s’".formatted(Excerpt.of(row.get(i), 40))));
            } else if (field.isPresent() && fields.contains(field)) {
                bad.add(new BadRow(line, i + 1, "", "the column ‘%s’ is there twice".formatted(row.get(i))));
            }
            fields.add(field);
            nameless.set(i, row.get(i).isBlank());
        }
        if (!fields.contains(Optional.of("key"))) {
            bad.add(new BadRow(line, 1, "", "the column ‘key’ is missing"));
        }
    }

    private void readRow(CSVRecord row, int line) {
        Map<String, Cell> cells = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String text = CsvText.meant(PlainText.of(row.get(i)).strip());
            int column = i + 1;
            if (i < fields.size()) {
                fields.get(i).ifPresent(field -> cells.put(field, new Cell(text, line, column)));
            }
            if (!text.isEmpty() && isNameless(i)) {
                bad.add(new BadRow(line, column, "", "the first row has no name for this column"));
                return;
            }
        }
        Entry entry = new Entry(false, line, cells);
        switch (entry.text("kind")) {
            case "", "system" -> entries.add(entry);
            case "department" -> entries.add(new Entry(true, line, cells));
            default -> bad.add(entry.bad("kind", "the kind has to be ‘system’ or ‘department’"));
        }
    }

    private boolean isNameless(int column) {
        return column >= fields.size() || nameless.get(column);
    }
}
