package dev.countersign.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;

/** What a browser calls itself, in the words of its owner. */
final class BrowserName {

    private record Sign(String part, String words) {}

    /** Each also claims to be those below it. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS/", "Firefox"),
            new Sign("CriOS/", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Windows", "Windows"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Mac OS X", "macOS"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    private BrowserName() {}

    static String of(HttpServletRequest request) {
        String told = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return "%s on %s".formatted(words(BROWSERS, told, "A browser"), words(SYSTEMS, told, "an unknown system"));
    }

    private static String words(List<Sign> signs, String told, String otherwise) {
        return signs.stream()
                .filter(sign -> told.contains(sign.part()))
                .map(Sign::words)
                .findFirst()
                .orElse(otherwise);
    }
}
