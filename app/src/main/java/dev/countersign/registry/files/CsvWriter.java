package dev.countersign.registry.files;

import dev.countersign.registry.Catalogue;
import dev.countersign.registry.Department;
import dev.countersign.registry.Environment;
import dev.countersign.registry.SystemFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a catalogue as CSV that reads back as the same, and that a spreadsheet takes for text. */
public final class CsvWriter {

    private CsvWriter() {}

    public static void write(Catalogue catalogue, Writer out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(Columns.ALL);
        for (Department department : catalogue.departments()) {
            printer.printRecord(cells(department));
        }
        for (SystemFacts system : catalogue.systems()) {
            printer.printRecord(cells(system));
        }
        printer.flush();
    }

    private static List<String> cells(Department department) {
        return Stream.of(
                        Stream.of("department", text(department.key()), text(department.name())),
                        Stream.generate(() -> "").limit(11),
                        Stream.of(
                                        department.organisation(),
                                        department.director().value(),
                                        department.vp().value())
                                .map(CsvWriter::text))
                .flatMap(cells -> cells)
                .toList();
    }

    private static List<String> cells(SystemFacts system) {
        return List.of(
                "system",
                text(system.key()),
                text(system.name()),
                text(system.description()),
                text(system.department()),
                text(system.team()),
                text(system.owner().value()),
                text(String.join(" ", system.repositories())),
                system.environments().stream().map(Environment::word).collect(Collectors.joining(" ")),
                system.consumerFacing() ? "yes" : "no",
                system.controlPlane() ? "yes" : "no",
                system.dataClass().word(),
                text(String.join(" ", system.dependencies())),
                Integer.toString(system.declaredTier()),
                "",
                "",
                "");
    }

    private static String text(String said) {
        return CsvText.written(Blank.written(said));
    }
}
