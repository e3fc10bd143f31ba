package dev.countersign.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at a page as different people see it: light and dark, wide and narrow. With -Dcountersign.pictures it takes a
 * picture each time; that takes as long as all the rest.
 */
final class Tour {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> CONTRAST = List.of("color-contrast");
    private static final Set<String> WORST = Set.of("serious", "critical");
    /**
     * Visitors do not live in UTC, so their pages tell no time in it, and none as programs write it. Only the policy has
     * hours of its own, the same for everybody.
     */
    private static final Pattern OTHER_CLOCKS =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d\\S*)?|.{0,20}(?<!Hour \\()\\bUTC\\b(?![+-]).{0,10}");

    private static final boolean PICTURES = System.getProperty("countersign.pictures") != null;
    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private final List<String> findings = new ArrayList<>();

    /** Notes what is wrong with the page that the visitor has open. */
    void look(Visitor visitor, String name) {
        for (int width : List.of(WIDE, NARROW)) {
            visitor.page().setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                examine(
                        visitor.page(),
                        width,
                        scheme,
                        "%s-%s-%d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width));
            }
        }
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        visitor.page().setViewportSize(WIDE, 900);
        OTHER_CLOCKS
                .matcher(told(visitor.page()))
                .results()
                .forEach(time -> findings.add("%s: tells “%s”".formatted(name, time.group())));
        visitor.complaints().forEach(complaint -> findings.add(name + ": " + complaint));
    }

    /** What a search is typed like stands as code and is no moment. */
    private static String told(Page page) {
        return (String) page.evaluate(
                """
                () => {
                  const body = document.body.cloneNode(true);
                  document.body.after(body);
                  body.querySelectorAll("code").forEach((code) => code.remove());
                  const text = body.innerText;
                  body.remove();
                  return text;
                }
                """);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    private void examine(Page page, int width, ColorScheme scheme, String view) {
        // A page that was opened at a place of its own has something half hidden under its sticky top there.
        page.evaluate("scrollTo(0, 0)");
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", view + ".png"))
                    .setFullPage(true));
        }
        int beyond = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (beyond > 0) {
            findings.add("%s: scrolls sideways by %d px".formatted(view, beyond));
        }
        if (width == NARROW && scheme == ColorScheme.DARK) {
            return;
        }
        axe(page, width, scheme).analyze().getViolations().stream()
                .filter(rule -> WORST.contains(rule.getImpact()))
                .forEach(rule -> findings.add("%s: %s".formatted(view, words(rule))));
    }

    /**
     * In the dark only the colours differ, and they are the same at each width, so contrasts are measured on the wide page;
     * that is the slowest rule of all. The drawing of a process is one image, and
     * slow to examine. Without frames axe need not finish in a tab of its own, which takes longer than the rest.
     */
    private static AxeBuilder axe(Page page, int width, ColorScheme scheme) {
        var axe = new AxeBuilder(page).setLegacyMode(true).exclude(".picture-canvas svg");
        if (scheme == ColorScheme.DARK) {
            return axe.withRules(CONTRAST);
        }
        return width == WIDE ? axe.withTags(WCAG) : axe.withTags(WCAG).disableRules(CONTRAST);
    }

    private static String words(Rule rule) {
        var places = rule.getNodes().stream()
                .limit(3)
                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                .toList();
        return "%s (%s) %s".formatted(rule.getId(), rule.getHelp(), places);
    }
}
