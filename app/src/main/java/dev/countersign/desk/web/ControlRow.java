package dev.countersign.desk.web;

import dev.countersign.desk.Control;
import java.time.Duration;
import java.util.Locale;

/** A control as one line of the report; a wait that nobody had is a dash. */
record ControlRow(
        String title,
        String counts,
        int asked,
        int given,
        int people,
        String median,
        String p90,
        String total,
        int stopped) {

    static ControlRow of(Control control) {
        return new ControlRow(
                control.kind().title(),
                control.kind().counts(),
                control.asked(),
                control.waits().size(),
                control.people(),
                control.median().map(ControlRow::hours).map("up to "::concat).orElse("–"),
                control.p90().map(ControlRow::hours).map("up to "::concat).orElse("–"),
                control.waits().isEmpty() ? "–" : hours(control.total()),
                control.stopped());
    }

    /** Hours with one decimal, or minutes where that is less than one. */
    private static String hours(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return "a minute";
        }
        return time.compareTo(Duration.ofHours(1)) < 0
                ? "%d min".formatted(time.toMinutes())
                : String.format(Locale.ROOT, "%.1f h", time.toMinutes() / 60.0);
    }
}
