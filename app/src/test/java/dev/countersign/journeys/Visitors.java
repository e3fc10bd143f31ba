package dev.countersign.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import dev.countersign.local.Browsers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One browser for all tests of a JVM, and in it a window for each person, who logs in once. It ends with the JVM. */
final class Visitors {

    private static final class Shared {
        static final Browser BROWSER = Browsers.launch(Browsers.playwright());
    }

    private static final Map<String, Visitor> LOGGED_IN = new ConcurrentHashMap<>();

    private final String home;

    private Visitors(String home) {
        this.home = home;
    }

    static Visitors of(int port) {
        return new Visitors("http://localhost:" + port);
    }

    /** The person's usual window, logged in. */
    Visitor get(String name) {
        return LOGGED_IN.computeIfAbsent(home + name, key -> fresh(name).logIn());
    }

    /** Another window of theirs, which knows nothing yet. */
    Visitor fresh(String name) {
        return new Visitor(name, home, Shared.BROWSER, options());
    }

    Visitor withoutScript(String name) {
        return new Visitor(name, home, Shared.BROWSER, options().setJavaScriptEnabled(false));
    }

    /** What all browsers complained about. */
    List<String> complaints() {
        return LOGGED_IN.values().stream()
                .flatMap(visitor -> visitor.complaints().stream())
                .toList();
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setTimezoneId(ChangeSheet.ZONE.getId())
                .setLocale("en-GB");
    }
}
