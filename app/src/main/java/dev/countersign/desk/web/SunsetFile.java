package dev.countersign.desk.web;

import dev.countersign.desk.Control;
import dev.countersign.desk.Sunset;
import dev.countersign.desk.Sunset.Harm;
import dev.countersign.desk.Sunset.Stopped;
import dev.countersign.journal.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report on an addendum for spreadsheets: one figure a line. */
final class SunsetFile {

    private final CSVPrinter printer;

    private SunsetFile(Writer out) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    }

    static void write(Sunset sunset, Writer out) throws IOException {
        SunsetFile file = new SunsetFile(out);
        file.line("part", "measure", "value");
        file.about(sunset);
        for (Control control : sunset.controls()) {
            file.control(control);
        }
        file.stopped(sunset.stopped());
        file.harm("before", sunset.before());
        file.harm("during", sunset.during());
        file.printer.flush();
    }

    private void about(Sunset sunset) throws IOException {
        line("addendum", "id", sunset.addendum().id());
        line("addendum", "title", SpreadsheetCell.harmless(sunset.addendum().title()));
        line("addendum", "from", sunset.from());
        line("addendum", "until", sunset.until());
        line("addendum", "systems covered", sunset.systems());
        line("addendum", "changes covered", sunset.changes());
    }

    private void control(Control control) throws IOException {
        String part = control.kind().title();
        line(part, "asked of changes", control.asked());
        line(part, "given", control.waits().size());
        line(part, "people", control.people());
        line(part, "waiting hours p50", hours(control.median()));
        line(part, "waiting hours p90", hours(control.p90()));
        line(part, "waiting hours in all", hours(Optional.of(control.total())));
        line(part, "changes stopped by it alone", control.stopped());
    }

    private void stopped(Stopped stopped) throws IOException {
        line("stopped", "red check runs", stopped.redChecks());
        line("stopped", "asked for changes", stopped.askedForChanges());
        line("stopped", "rejections", stopped.rejections());
        line("stopped", "denials at the gate", stopped.denials());
        line("stopped", "changes denied at the gate", stopped.deniedChanges());
    }

    private void harm(String part, Harm harm) throws IOException {
        line(part, "incidents", harm.incidents());
        line(part, "bypasses", harm.bypasses());
        line(part, "lost orders", harm.lostOrders());
        line(part, "errors", harm.errors());
    }

    private void line(Object... cells) throws IOException {
        printer.printRecord(cells);
    }

    private static String hours(Optional<Duration> wait) {
        return wait.map(time -> String.format(Locale.ROOT, "%.2f", time.toMinutes() / 60.0))
                .orElse("");
    }
}
