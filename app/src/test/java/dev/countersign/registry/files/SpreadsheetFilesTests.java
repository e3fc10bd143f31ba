package dev.countersign.registry.files;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.identity.PersonId;
import dev.countersign.registry.Catalogue;
import dev.countersign.registry.DataClass;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV as spreadsheets, and people with spreadsheets, write it. */
class SpreadsheetFilesTests {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final CatalogueReader NEW_HOUSE = new CatalogueReader(new Catalogue(List.of(), List.of()));
    private static final List<String> TOUCHY = List.of(
            "007", "1e5", "2026-11", "mar-1", "1.5", "TRUE", "=1+1", "-", "+49", "@home", "'=x", "none", "'None",
            "''none", "Käse €", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\nkey;name;department;owner;declared_tier\na-api;A;checkout;jonas;2\n",
                "\"sep=,\";;;;\r\nkey;name;department;owner;declared_tier\r\na-api;A;checkout;jonas;2\r\n",
                "key\tname\tdepartment\towner\tdeclared_tier\na-api\tA\tcheckout\tjonas\t2\n",
                "key|name|department|owner|declared_tier\na-api|A|checkout|jonas|2\n",
                "\n,,,,\nkey,name,department,owner,declared_tier\na-api,A,checkout,jonas,2\n",
                "key,name,department,owner,declared_tier,,\na-api,A,checkout,jonas,2,,,,\n,,,,,,\n,,\n\n",
                " Key ,NAME,Department,Owner,Declared tier\na-api,A,checkout,jonas,\"2,0\"\n",
                "key,name,department,owner,declared_tier,consumer_facing\na-api,A,checkout,jonas,2,FALSCH\n",
                "\"key,name,department,owner,declared_tier\"\r\n\"a-api,A,checkout,jonas,2\"\r\n",
                "\"key;name;department;owner;declared_tier\"\n\"a-api;\"\"A\"\";checkout;jonas;2\"\n\n",
                "\"key,name,department,owner,declared_tier\";;\n\"a-api,A,checkout,jonas,2\";;\n",
                "key,name,department,owner,declared_tier\ra-api,A,checkout,jonas,2\r",
            })
    void readsWhatSpreadsheetsWrite(String file) {
        var read = NEW_HOUSE.read(file.getBytes(UTF_8));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue().systems()).singleElement().satisfies(system -> {
            assertThat(system.key()).isEqualTo("a-api");
            assertThat(system.name()).isEqualTo("A");
            assertThat(system.declaredTier()).isEqualTo(2);
        });
    }

    @Test
    void saysOnWhichLineSomethingIsBelowEmptyRows() {
        assertThat(NEW_HOUSE
                        .read("sep=;\n\nkey;name;;\n;;;\na-api;A;;surplus\n")
                        .bad())
                .containsExactly(new BadRow(5, 4, "", "the first row has no name for this column"));
    }

    @Test
    void saysOnWhichLineSomethingIsOfAFileThatWasSavedAsOneColumn() {
        assertThat(NEW_HOUSE.read("\n\"key,name\"\n\"a-api,A,surplus\"\n").bad())
                .containsExactly(new BadRow(3, 3, "", "the first row has no name for this column"));
        assertThat(NEW_HOUSE.read("\"cart,api\"\n\"a,b\"\n").bad())
                .extracting(BadRow::reason)
                .contains("the column ‘key’ is missing");
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(WINDOWS, "", true),
                Arguments.of(UTF_8, "\uFEFF", false),
                Arguments.of(UTF_16LE, "\uFEFF", false),
                Arguments.of(UTF_16BE, "\uFEFF", false));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsTheEncodingsOfSpreadsheets(Charset charset, String mark, boolean guessed) {
        var read = NEW_HOUSE.read(
                (mark + "key,name,department,owner,declared_tier\na-api,Käse €,checkout,jonas,2\n").getBytes(charset));
        assertThat(read.bad()).isEmpty();
        assertThat(read.guessed()).isEqualTo(guessed);
        assertThat(read.catalogue().systems()).extracting(SystemFacts::name).containsExactly("Käse €");
    }

    @ParameterizedTest
    @CsvSource({
        "6B65792C6E616D650A612C4BC3A4E4, 2, this line is written in another encoding than UTF-8",
        "EFBBBF6B65790AE4, 2, this line is written in another encoding than UTF-8",
        "6B65790A8D, 2, this line is written in another encoding than UTF-8",
        "6B00650079000A0061000A00, 1, this line is no text; save it as UTF-8",
        "504B030414000600, 1, 'it is a workbook or an archive, not a text; save the sheet as CSV and choose that'",
    })
    void refusesWhatItWouldHaveToGuessAndSaysOnWhichLine(String hex, int line, String reason) {
        assertThat(NEW_HOUSE.read(HexFormat.of().parseHex(hex)).bad()).containsExactly(new BadRow(line, 1, "", reason));
    }

    static Stream<Arguments> spreadsheets() {
        return Stream.of(
                Arguments.of("a spreadsheet of English", ',', "\uFEFF", UTF_8),
                Arguments.of("a spreadsheet of German", ';', "", WINDOWS),
                Arguments.of("Unicode text of a spreadsheet", '\t', "\uFEFF", UTF_16LE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spreadsheets")
    void readsItsOwnExportAgainWhenASpreadsheetHasSavedIt(String name, char separator, String mark, Charset charset)
            throws IOException {
        Catalogue house = new Catalogue(
                List.of(new Department(
                        "checkout", "Checkout", "storefront", new PersonId("elena"), new PersonId("grace"))),
                TOUCHY.stream().map(SpreadsheetFilesTests::called).toList());
        StringWriter file = new StringWriter();
        CsvWriter.write(house, file);
        var read = NEW_HOUSE.read((mark + saved(file.toString(), separator)).getBytes(charset));
        assertThat(read.bad()).isEmpty();
        assertThat(read.catalogue()).isEqualTo(house);
    }

    /** As the file stands in a registry that knows something of what the file calls none. */
    @Test
    void emptiesByItsOwnExportWhatIsEmptyThere() throws IOException {
        SystemFacts empty = called("");
        StringWriter file = new StringWriter();
        CsvWriter.write(new Catalogue(List.of(), List.of(empty)), file);
        SystemFacts full = new SystemFacts(
                empty.key(),
                empty.name(),
                "Said.",
                "checkout",
                "Said",
                empty.owner(),
                List.of("storefront/said"),
                empty.environments(),
                false,
                false,
                DataClass.INTERNAL,
                List.of("said-api"),
                2);
        var read = new CatalogueReader(new Catalogue(List.of(), List.of(full))).read(file.toString());
        assertThat(read.catalogue().systems()).containsExactly(empty);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "key,description%na,kind: Component%n | CSV",
                "key,description%na,\"kind: Component%nmetadata: {name: b}\"%n | CSV",
                "key%na%n | CSV",
                "sep=,%nkey,name%n | CSV",
                "colour,name%n | CSV",
                "kind: Component%n | BACKSTAGE",
                "---%nkind: Component%n | BACKSTAGE",
                "{\"kind\": \"Component\"} | BACKSTAGE",
                "spec: {}%nkind: Component%n | BACKSTAGE",
                "--- # key, name%n...%n---%nkind: Component | BACKSTAGE",
                "- kind: Component%n | BACKSTAGE",
                "--- text%n | BACKSTAGE",
                "kind: Component%nmetadata: {name: a%n | BACKSTAGE",
            })
    void tellsCsvFromYamlByReadingIt(String file, FileForm form) {
        String comments = "# key, owner: of this file\n".repeat(form == FileForm.CSV ? 0 : 500);
        assertThat(FileForm.of(comments + file.formatted())).isEqualTo(form);
    }

    private static SystemFacts called(String text) {
        return new SystemFacts(
                "key-" + TOUCHY.indexOf(text),
                text.isEmpty() ? "Nothing" : text,
                text,
                "checkout",
                text,
                new PersonId("jonas"),
                text.matches("[a-z0-9-]{2,}") ? List.of(text) : List.of(),
                List.of(Environment.PRODUCTION),
                false,
                false,
                DataClass.INTERNAL,
                text.equals("none") || text.equals("007") ? List.of(text) : List.of(),
                2);
    }

    /** Opened and saved: other separators, quotation marks only where needed, empty cells and rows at the end. */
    private static String saved(String file, char separator) {
        StringWriter out = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (CSVParser cells = CSVParser.parse(new StringReader(file), CSVFormat.RFC4180);
                CSVPrinter printer = new CSVPrinter(out, format)) {
            cells.forEach(row -> print(printer, row.toList()));
            printer.println();
            print(printer, List.of("", "", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void print(CSVPrinter printer, List<String> cells) {
        try {
            printer.printRecord(Stream.concat(cells.stream(), Stream.of("", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
