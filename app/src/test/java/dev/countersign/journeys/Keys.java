package dev.countersign.journeys;

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

    private boolean isAt(String selector) {
        return (boolean) visitor.page().evaluate("selector => document.activeElement.matches(selector)", selector);
    }
}
