package dev.countersign.moments;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/** The time zone of whoever reads the page that is being made; UTC as long as their browser has not named one. */
public final class ReaderZone {

    public static final ZoneId UNKNOWN = ZoneId.of("UTC");

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    private static final Pattern INHABITED =
            Pattern.compile("(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private ReaderZone() {}

    public static ZoneId now() {
        return LocaleContextHolder.getLocaleContext() instanceof TimeZoneAwareLocaleContext reader
                        && reader.getTimeZone() != null
                ? reader.getTimeZone().toZoneId()
                : UNKNOWN;
    }

    /** Those that people live in, by their names; the others are older names of the same, or offsets without a place. */
    public static List<ZoneId> inhabited() {
        return KNOWN.stream()
                .filter(name -> name.equals("UTC") || INHABITED.matcher(name).matches())
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    /** The zone of that name, such as `Europe/Madrid`; empty if there is none. */
    public static Optional<ZoneId> named(String name) {
        return KNOWN.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
    }
}
