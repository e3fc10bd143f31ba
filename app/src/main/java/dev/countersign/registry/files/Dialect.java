package dev.countersign.registry.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How the cells of a CSV file are separated: by whatever makes the names of most columns out of its first row.
 *
 * @param known how many names of columns that row has then
 * @param hasKey whether `key` is one of them
 * @param certain whether it has nothing else
 */
record Dialect(char separator, int known, boolean hasKey, boolean certain) {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    static Dialect of(String text) {
        return SEPARATORS.stream()
                .map(separator -> read(text, separator))
                .max(Comparator.comparingInt(Dialect::known))
                .orElseThrow();
    }

    CSVFormat format() {
        return separatedBy(separator);
    }

    /** A row of empty cells, as spreadsheets leave them behind. */
    static boolean isBlank(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    /** What some programs tell a spreadsheet in a row of its own: `sep=;`. */
    static boolean isHint(CSVRecord row) {
        return row.get(0).strip().matches("(?i)sep=.?") && row.stream().skip(1).allMatch(String::isBlank);
    }

    private static Dialect read(String text, char separator) {
        List<String> header = header(text, separator);
        List<Optional<String>> fields = header.stream().map(Columns::field).toList();
        int known = (int) fields.stream().flatMap(Optional::stream).distinct().count();
        boolean hasKey = fields.contains(Optional.of("key"));
        return new Dialect(separator, known, hasKey, hasKey && header.stream().allMatch(Dialect::isColumn));
    }

    private static boolean isColumn(String cell) {
        return cell.isBlank() || Columns.field(cell).isPresent();
    }

    private static List<String> header(String text, char separator) {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), separatedBy(separator))) {
            return StreamSupport.stream(parser.spliterator(), false)
                    .filter(row -> !isBlank(row) && !isHint(row))
                    .findFirst()
                    .map(CSVRecord::toList)
                    .orElse(List.of());
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return List.of();
        }
    }

    static CSVFormat separatedBy(char separator) {
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }
}
