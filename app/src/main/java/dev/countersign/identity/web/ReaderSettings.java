package dev.countersign.identity.web;

import dev.countersign.moments.DateLanguage;
import dev.countersign.moments.ReaderZone;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * How somebody wants pages to look and to answer the keyboard, in this browser. Cookies keep it, as they keep the time zone:
 * a page that says that the database is away looks and listens the same.
 *
 * @param keys whether single keys do anything
 * @param zone empty where the device decides
 */
record ReaderSettings(Theme theme, boolean keys, Optional<ZoneId> zone, DateLanguage dates) {

    private static final String THEME = "countersign-theme";
    private static final String KEYS = "countersign-keys";
    private static final String ZONE = "countersign-own-zone";
    private static final String DATES = "countersign-dates";
    private static final String OFF = "off";

    enum Theme {
        SYSTEM("As this device"),
        LIGHT("Light"),
        DARK("Dark");

        private final String label;

        Theme(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Null where the device decides. */
        @Nullable
        String forced() {
            return this == SYSTEM ? null : word();
        }

        static Theme named(String word) {
            return Arrays.stream(values())
                    .filter(theme -> theme.word().equals(word))
                    .findFirst()
                    .orElse(SYSTEM);
        }
    }

    static ReaderSettings of(HttpServletRequest request) {
        return new ReaderSettings(
                value(request, THEME).map(Theme::named).orElse(Theme.SYSTEM),
                value(request, KEYS).filter(OFF::equals).isEmpty(),
                value(request, ZONE).flatMap(ReaderZone::named),
                value(request, DATES).flatMap(DateLanguage::tagged).orElse(DateLanguage.BRITISH));
    }

    void keep(HttpServletRequest request, HttpServletResponse response) {
        List.of(
                        cookie(request, THEME, theme.word()),
                        cookie(request, KEYS, keys ? "on" : OFF),
                        cookie(request, ZONE, zone.map(ZoneId::getId).orElse("")),
                        cookie(request, DATES, dates.tag()))
                .forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private static ResponseCookie cookie(HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }
}
