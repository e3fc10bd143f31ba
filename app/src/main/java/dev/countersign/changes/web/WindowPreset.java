package dev.countersign.changes.web;

import dev.countersign.changes.DocumentField;
import dev.countersign.forms.Answer;
import dev.countersign.forms.Answers;
import dev.countersign.forms.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A window at one press: when it opens, or how long it is. Either fills in both ends. */
enum WindowPreset {
    IN_AN_HOUR("in-an-hour", Duration.ZERO),
    TONIGHT("tonight", Duration.ZERO),
    ONE_HOUR("1-h", Duration.ofHours(1)),
    FOUR_HOURS("4-h", Duration.ofHours(4)),
    EIGHT_HOURS("8-h", Duration.ofHours(8));

    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final Duration USUAL = Duration.ofHours(4);
    private static final Duration ROUND = Duration.ofMinutes(5);

    private final String word;
    private final Duration length;

    WindowPreset(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    static Optional<WindowPreset> of(String word) {
        return Arrays.stream(values())
                .filter(preset -> preset.word.equals(word))
                .findFirst();
    }

    /** The choices of when it opens, on the clocks of a zone. */
    static List<Option> starts(Instant now, ZoneId zone) {
        boolean isToday = now.atZone(zone).toLocalTime().isBefore(NIGHT);
        return List.of(
                new Option(IN_AN_HOUR.word, "Now + 1 h"),
                new Option(TONIGHT.word, (isToday ? "Tonight " : "Tomorrow ") + NIGHT));
    }

    static List<Option> spans() {
        return Arrays.stream(values())
                .filter(WindowPreset::isSpan)
                .map(preset -> new Option(preset.word, preset.length.toHours() + " h"))
                .toList();
    }

    /**
     * Both ends of the window. What was typed of it stays as far as nothing else was asked for, and no window is longer
     * than it may be.
     *
     * @param most how long it may be, as far as that is known
     */
    Answers window(Answers typed, Instant now, ZoneId zone, Optional<Duration> most) {
        Optional<Instant> opens = typed.moment(DocumentField.WINDOW_START.key());
        Instant start = switch (this) {
            case IN_AN_HOUR -> inAnHour(now);
            case TONIGHT -> tonight(now, zone);
            case ONE_HOUR, FOUR_HOURS, EIGHT_HOURS -> opens.orElseGet(() -> inAnHour(now));
        };
        Duration wanted = isSpan() ? length : lengthOf(typed, opens);
        Duration allowed = most.filter(longest -> longest.compareTo(wanted) < 0).orElse(wanted);
        return new Answers(Map.of(
                DocumentField.WINDOW_START.key(),
                new Answer.Moment(start),
                DocumentField.WINDOW_END.key(),
                new Answer.Moment(start.plus(allowed))));
    }

    private boolean isSpan() {
        return !length.isZero();
    }

    private static Duration lengthOf(Answers typed, Optional<Instant> opens) {
        return opens.flatMap(start -> typed.moment(DocumentField.WINDOW_END.key())
                        .filter(start::isBefore)
                        .map(end -> Duration.between(start, end)))
                .orElse(USUAL);
    }

    /** Rounded up, as people would say it. */
    private static Instant inAnHour(Instant now) {
        Instant exact = now.plus(1, ChronoUnit.HOURS).plus(ROUND).minusMillis(1);
        return exact.minusMillis(Math.floorMod(exact.toEpochMilli(), ROUND.toMillis()))
                .truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant tonight(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        boolean isToday = here.toLocalTime().isBefore(NIGHT);
        return here.toLocalDate()
                .plusDays(isToday ? 0 : 1)
                .atTime(NIGHT)
                .atZone(zone)
                .toInstant();
    }
}
