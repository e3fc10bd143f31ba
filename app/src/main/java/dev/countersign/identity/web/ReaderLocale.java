package dev.countersign.identity.web;

import dev.countersign.moments.ReaderZone;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.springframework.web.util.WebUtils;

/** Pages speak English, and tell times in the zone that the reader's browser named in a cookie. */
final class ReaderLocale extends FixedLocaleResolver {

    static final String COOKIE = "countersign-zone";

    ReaderLocale() {
        super(Locale.UK);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(Locale.UK, TimeZone.getTimeZone(zone(request)));
    }

    private static ZoneId zone(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(ReaderZone::named)
                .orElse(ReaderZone.UNKNOWN);
    }
}
