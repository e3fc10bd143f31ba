package dev.countersign.registry.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file whose lines a spreadsheet took for one column each, and saved as that: `"key,name"`. What stands in the cells
 * is the file.
 */
final class OneColumn {

    private OneColumn() {}

    /** The file inside, on the same lines; the text itself if it has more columns, or none inside. */
    static String unwrapped(String text) {
        return Dialect.of(text).hasKey()
                ? text
                : Stream.of(',', ';', '\t')
                        .flatMap(separator -> inside(text, separator).stream())
                        .filter(inside -> Dialect.of(inside).hasKey())
                        .findFirst()
                        .orElse(text);
    }

    private static Optional<String> inside(String text, char separator) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), Dialect.separatedBy(separator))) {
            List<CSVRecord> rows = parser.getRecords();
            return rows.stream().allMatch(OneColumn::isOne)
                    ? Optional.of(rows.stream().map(row -> row.get(0)).collect(Collectors.joining("\n")))
                    : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return Optional.empty();
        }
    }

    private static boolean isOne(CSVRecord row) {
        return row.stream().skip(1).allMatch(String::isBlank);
    }
}
