package dev.countersign.moments;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Moments as people read them: in their zone, and in the language that they read dates in. Sentences that are kept or answered to programs hold
 * them as `2026-11-23T14:05:00Z`; pages write them like all others.
 */
public record MomentWords(ZoneId zone, DateLanguage language) {

    /** A part of a sentence; `machine` says the same of a moment or a day for programs and is empty for mere words. */
    public record Piece(String words, String machine) {

        public boolean isMoment() {
            return machine.indexOf('T') > 0;
        }

        public boolean isTime() {
            return !machine.isEmpty();
        }
    }

    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.UK);

    /** Entries of the record that were written before it held instants alone say `23 Nov 2026, 14:05 UTC`. */
    private static final DateTimeFormatter FORMERLY = DateTimeFormatter.ofPattern(
                    "d MMM uuuu[','] HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter FORMERLY_IN_ENGLISH = FORMERLY.withLocale(Locale.ENGLISH);

    /** Left alone: parts of names and addresses, and examples of how to type a day. */
    private static final Pattern MOMENT_OR_DAY = Pattern.compile("""
            (?x) (?<![\\w.:/+-]|such\\ as\\ ) (?:
            (?<instant> \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?Z )
            | (?<formerly> \\d{1,2}\\ [A-Z][a-z]{2,3}\\ \\d{4},?\\ \\d\\d:\\d\\d\\ UTC )
            | (?<day> \\d{4}-\\d\\d-\\d\\d )
            ) (?![\\w/+-]|[.:]\\w)""");

    /** On other clocks than the reader's. */
    public MomentWords(ZoneId zone) {
        this(zone, DateLanguage.now());
    }

    /** In the zone of the reader of this page. */
    public static MomentWords forReader() {
        return new MomentWords(ReaderZone.now());
    }

    /** An instant in a sentence that is kept, to the second. */
    public static String kept(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond()).toString();
    }

    /** `23 Nov 2026, 14:05`; with the offset if the clocks show that twice. */
    public String of(Instant at) {
        var local = at.atZone(zone);
        var words = language.minute().format(local);
        return ClockTime.of(local.toLocalDateTime(), zone) instanceof ClockTime.Twice
                ? "%s (%s)".formatted(words, offset(local.getOffset()))
                : words;
    }

    /** The same to the second, and how far it is from UTC. */
    public String exactly(Instant at) {
        var local = at.atZone(zone);
        return "%s (%s)".formatted(language.second().format(local), offset(local.getOffset()));
    }

    public String day(Instant at) {
        return language.day().format(at.atZone(zone));
    }

    public static String day(LocalDate day) {
        return DateLanguage.now().day().format(day);
    }

    /** `UTC+10`. */
    public static String offset(ZoneOffset offset) {
        return OFFSET.format(offset).replace("GMT", "UTC");
    }

    /** The first moment of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** A sentence with its moments and days in the reader's words, where there is no place for elements. */
    public String in(String sentence) {
        return pieces(sentence).stream().map(Piece::words).collect(Collectors.joining());
    }

    /** A sentence taken apart at the moments and days in it. */
    public List<Piece> pieces(String sentence) {
        var pieces = new ArrayList<Piece>();
        var found = MOMENT_OR_DAY.matcher(sentence);
        int told = 0;
        while (found.find()) {
            pieces.add(new Piece(sentence.substring(told, found.start()), ""));
            pieces.add(piece(found.toMatchResult()));
            told = found.end();
        }
        pieces.add(new Piece(sentence.substring(told), ""));
        return List.copyOf(pieces);
    }

    private Piece piece(MatchResult found) {
        try {
            if (found.group("day") != null) {
                return new Piece(language.day().format(LocalDate.parse(found.group())), found.group());
            }
            var at = found.group("instant") != null
                    ? OffsetDateTime.parse(found.group()).toInstant()
                    : formerly(found.group());
            return new Piece(of(at), at.toString());
        } catch (DateTimeException noSuchDay) {
            return new Piece(found.group(), "");
        }
    }

    private static Instant formerly(String words) {
        try {
            return FORMERLY.parse(words, Instant::from);
        } catch (DateTimeException notInBritain) {
            return FORMERLY_IN_ENGLISH.parse(words, Instant::from);
        }
    }
}
