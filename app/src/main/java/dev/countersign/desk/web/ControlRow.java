package dev.countersign.desk.web;

import dev.countersign.desk.Control;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

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
                hours(control.median()),
                hours(control.p90()),
                hours(Optional.of(control.total()).filter(total -> !total.isZero())),
                control.stopped());
    }

    /** Hours with one decimal, or minutes where that is less than one. */
    private static String hours(Optional<Duration> wait) {
        return wait.map(time -> time.compareTo(Duration.ofHours(1)) < 0
                        ? "%d min".formatted(time.toMinutes())
                        : String.format(Locale.ROOT, "%.1f h", time.toMinutes() / 60.0))
                .orElse("–");
    }
}
