package dev.countersign.moments;

import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;

/** Where whoever reads the page that is being made lives, and in which language they read days and times. */
public record ReaderContext(ZoneId zone, DateLanguage dates) implements TimeZoneAwareLocaleContext {

    /** Pages speak English. */
    @Override
    public Locale getLocale() {
        return Locale.UK;
    }

    @Override
    public TimeZone getTimeZone() {
        return TimeZone.getTimeZone(zone);
    }
}
