package dev.countersign.forms;

import dev.countersign.forms.Interpreter.Meaning;
import dev.countersign.moments.ClockTime;
import dev.countersign.moments.MomentWords;
import dev.countersign.moments.ReaderZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A day and a time as the fields of one question say them.
 *
 * @param text what the clocks show
 * @param zoneName whose clocks
 * @param kept the very moment that the fields were filled with: as long as they show it, it is meant, to the nanosecond
 * @param which the offset that was chosen where the clocks show the time twice
 */
record TypedMoment(String text, String zoneName, String kept, String which) {

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static TypedMoment of(Typed typed, String name) {
        return new TypedMoment(
                typed.value(name).strip(),
                typed.value(name + Naming.ZONE),
                typed.value(name + Naming.KEPT),
                typed.value(name + Naming.WHICH));
    }

    static TypedMoment of(Instant at, ZoneId zone) {
        var offset = zone.getRules().getOffset(at);
        return new TypedMoment(ClockTime.shown(at, zone).toString(), zone.getId(), at.toString(), offset.getId());
    }

    Map<String, List<String>> fields(String name) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put(name, List.of(text));
        fields.put(name + Naming.ZONE, List.of(zoneName));
        fields.put(name + Naming.KEPT, List.of(kept));
        fields.put(name + Naming.WHICH, List.of(which));
        return fields;
    }

    /** The reader's own, unless the fields name another. */
    ZoneId zone() {
        return ReaderZone.named(zoneName).orElseGet(ReaderZone::now);
    }

    Meaning meaning(String label) {
        if (!zoneName.isBlank() && ReaderZone.named(zoneName).isEmpty()) {
            return Meaning.wrong(
                    "“%s” came with a time zone that is not known here. Look at the time again, in %s.", label, zone());
        }
        var same = untouched();
        return same.isPresent() ? Meaning.of(new Answer.Moment(same.get())) : typed(label);
    }

    /** The moment that the fields were filled with, if they still show it. */
    Optional<Instant> untouched() {
        try {
            var at = Instant.parse(kept);
            var offset = zone().getRules().getOffset(at).getId();
            return text.equals(ClockTime.shown(at, zone()).toString()) && (which.isEmpty() || which.equals(offset))
                    ? Optional.of(at)
                    : Optional.empty();
        } catch (DateTimeException filledWithNothing) {
            return Optional.empty();
        }
    }

    /** The two offsets between which somebody has to choose, if the clocks show the time twice. */
    Optional<ClockTime.Twice> twice() {
        try {
            return ClockTime.of(LocalDateTime.parse(text), zone()) instanceof ClockTime.Twice twice
                    ? Optional.of(twice)
                    : Optional.empty();
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    /** The time alone. */
    String time() {
        return TIME.format(LocalDateTime.parse(text));
    }

    private Meaning typed(String label) {
        try {
            var shown = LocalDateTime.parse(text);
            if (shown.toLocalDate().isBefore(EARLIEST) || shown.toLocalDate().isAfter(LATEST)) {
                return Meaning.wrong("“%s” is not in a plausible year.", label);
            }
            return switch (ClockTime.of(shown, zone())) {
                case ClockTime.Once(var at) -> Meaning.of(new Answer.Moment(at));
                case ClockTime.Twice(var first, var second) -> chosen(label, shown, List.of(first, second));
                case ClockTime.Never(var from, var to) -> skipped(label, shown, from, to);
            };
        } catch (DateTimeException notAMoment) {
            return Meaning.wrong("“%s” has to be a day and a time, such as 2026-03-31T14:30.", label);
        }
    }

    private Meaning chosen(String label, LocalDateTime shown, List<ZoneOffset> offsets) {
        return offsets.stream()
                .filter(offset -> offset.getId().equals(which))
                .findFirst()
                .map(offset -> Meaning.of(new Answer.Moment(shown.toInstant(offset))))
                .orElseGet(() -> Meaning.wrong(
                        "“%s” names a time that comes twice: the clocks in %s are put back over %s on %s. Choose which of the two you mean.",
                        label, zone(), TIME.format(shown), MomentWords.day(shown.toLocalDate())));
    }

    private Meaning skipped(String label, LocalDateTime shown, LocalDateTime from, LocalDateTime to) {
        return Meaning.wrong(
                "“%s” names a time that there is not: the clocks in %s go from %s straight to %s on %s. Choose %s or earlier, or %s or later.",
                label,
                zone(),
                TIME.format(from),
                TIME.format(to),
                MomentWords.day(shown.toLocalDate()),
                TIME.format(from.minusMinutes(1)),
                TIME.format(to));
    }
}
