package dev.countersign.moments;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;

/** A language that days and times are written in; the rest of a page is English whatever this is. */
public enum DateLanguage {
    BRITISH("en-GB", "English (UK)", "d MMM uuuu", "HH:mm", ""),
    AMERICAN("en-US", "English (US)", "MMM d, uuuu", "h:mm", " a"),
    GERMAN("de-DE", "Deutsch", "d. MMM uuuu", "HH:mm", ""),
    SPANISH("es-ES", "Español", "d MMM uuuu", "H:mm", ""),
    FRENCH("fr-FR", "Français", "d MMM uuuu", "HH:mm", "");

    private final String tag;
    private final String label;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter second;

    DateLanguage(String tag, String label, String day, String minute, String half) {
        this.tag = tag;
        this.label = label;
        this.day = format(day);
        this.minute = format(day + ", " + minute + half);
        this.second = format(day + ", " + minute + ":ss" + half);
    }

    /** That of whoever reads the page that is being made. */
    public static DateLanguage now() {
        return LocaleContextHolder.getLocaleContext() instanceof ReaderContext reader ? reader.dates() : BRITISH;
    }

    /** By its tag, such as `de-DE`; empty if days are not written in it. */
    public static Optional<DateLanguage> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }

    /** As browsers and documents name it. */
    public String tag() {
        return tag;
    }

    /** As those who speak it name it. */
    public String label() {
        return label;
    }

    public boolean isEnglish() {
        return tag.startsWith("en");
    }

    DateTimeFormatter day() {
        return day;
    }

    DateTimeFormatter minute() {
        return minute;
    }

    DateTimeFormatter second() {
        return second;
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(tag));
    }
}
