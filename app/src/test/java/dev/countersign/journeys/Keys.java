package dev.countersign.journeys;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A visitor who uses the keyboard only. */
final class Keys {

    private static final int FARTHEST = 150;

    private final Visitor visitor;

    Keys(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Goes on with the tab key until it is there. */
    Keys to(String selector) {
        for (int steps = 0; steps < FARTHEST; steps++) {
            press("Tab");
            if (isAt(selector)) {
                return this;
            }
        }
        throw new AssertionError("no way to %s by the tab key on %s".formatted(selector, visitor.path()));
    }

    Keys type(String selector, String text) {
        return to(selector).type(text);
    }

    Keys type(String text) {
        visitor.page().keyboard().type(text);
        return this;
    }

    Keys press(String key) {
        visitor.page().keyboard().press(key);
        return this;
    }

    /** Goes to a button or link with such words and presses Enter. */
    void enter(String words) {
        for (int steps = 0; steps < FARTHEST; steps++) {
            press("Tab");
            if (words.equals(
                    visitor.page()
                            .evaluate(
                                    "() => (document.activeElement.ariaLabel ?? document.activeElement.textContent).trim().replace(/\\s+/g, ' ')"))) {
                press("Enter");
                return;
            }
        }
        throw new AssertionError("no way to “%s” by the tab key on %s".formatted(words, visitor.path()));
    }

    /** Types digits into a date's parts, in the order in which this browser shows them. */
    void date(String selector, ZonedDateTime at) {
        to(selector);
        typeDay(at);
    }

    void moment(String selector, ZonedDateTime at) {
        to(selector);
        boolean monthFirst = typeDay(at);
        press("ArrowRight").type(format(monthFirst ? "hhmma" : "HHmm", at));
    }

    /** True if the month came first, as the value then says. */
    private boolean typeDay(ZonedDateTime at) {
        boolean monthFirst = isMonthFirst();
        type(format(monthFirst ? "MMdd" : "ddMM", at)).type(format("uuuu", at));
        return monthFirst;
    }

    /** The page's language does not decide that, the browser's own does. */
    private boolean isMonthFirst() {
        try (var probe = visitor.page().context().newPage()) {
            probe.evaluate("document.body.append(Object.assign(document.createElement('input'), {type: 'date'}))");
            probe.focus("input");
            probe.keyboard().type("02032026");
            return probe.inputValue("input").equals("2026-02-03");
        }
    }

    private static String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(at);
    }

    private boolean isAt(String selector) {
        return (boolean) visitor.page().evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
