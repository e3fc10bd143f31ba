package dev.countersign.identity.web;

import dev.countersign.moments.ReaderContext;
import dev.countersign.moments.ReaderZone;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Pages speak English. They tell times in the zone that the reader chose, else in the one that their browser named in a
 * cookie, and write them in the language that the reader chose.
 */
final class ReaderLocale extends FixedLocaleResolver {

    static final String COOKIE = "countersign-zone";

    ReaderLocale() {
        super(Locale.UK);
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        ReaderSettings chosen = ReaderSettings.of(request);
        return new ReaderContext(chosen.zone().orElseGet(() -> device(request)), chosen.dates());
    }

    /** What the browser named; UTC as long as it has not. */
    static ZoneId device(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(ReaderZone::named)
                .orElse(ReaderZone.UNKNOWN);
    }
}
