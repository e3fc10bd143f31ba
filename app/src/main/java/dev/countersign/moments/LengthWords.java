package dev.countersign.moments;

import java.time.Duration;
import java.util.stream.Stream;

/** A length of time as people say it: in hours and minutes, and from two days on in days. */
public final class LengthWords {

    private LengthWords() {}

    public static String of(Duration length) {
        boolean isLong = length.toDays() > 1;
        return Stream.of(
                        part(isLong ? length.toDays() : 0, "days"),
                        part(isLong ? length.toHoursPart() : length.toHours(), "h"),
                        part(length.toMinutesPart(), "min"))
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + " " + second)
                .orElse("0 h");
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }
}
