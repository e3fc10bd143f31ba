package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much there is to read and to press before somebody can decide; the log has the figures. */
class PagesInNumbersIT extends TouredJourney {

    private static final Logger LOG = LoggerFactory.getLogger(PagesInNumbersIT.class);
    private static final String AROUND_THE_TEXT =
            "[...document.querySelectorAll('main > :not(.split), main aside')].map(one => one.innerText).join(' ')";

    @Test
    void aChangeTakesTwoScreensAndAHalfAndAHundredWordsAroundItsText() {
        var change = staging.approved("Cache the prices of the till");
        Page page = visitors.get("ines").open("/changes/" + change).page();
        page.setViewportSize(1280, 900);

        double screens = height(page) / 900;
        int words = words((String) page.evaluate(AROUND_THE_TEXT));

        LOG.info("A change: {} screens, {} words around its text", screens, words);
        assertThat(screens).isLessThanOrEqualTo(2.5);
        assertThat(words).isLessThanOrEqualTo(300);
    }

    @Test
    void aReviewerOnATelephoneReadsWhatItIsAboutBeforeScrolling() {
        var title = "Cache the stock of the till";
        staging.inReview(title);
        Visitor chloe = visitors.get("chloe").awaits("/reviews", title).follow(title);
        Page page = chloe.page();
        page.setViewportSize(390, 844);

        double end = ((Number) page.evaluate("document.querySelector('.digest').getBoundingClientRect().bottom"))
                .doubleValue();
        int words = words(page.locator(".page-head").innerText() + " "
                + page.locator(".line").innerText() + " "
                + page.locator(".digest").innerText());

        LOG.info("A decision on a telephone: {} of 844 pixels, {} words", end, words);
        assertThat(end).isLessThanOrEqualTo(844);
        assertThat(words).isLessThanOrEqualTo(150);
    }

    @Test
    void aReviewerComesToTheVerdictInTwelvePressesOfTab() {
        var title = "Cache the names of the till";
        staging.inReview(title);
        Page page =
                visitors.get("chloe").awaits("/reviews", title).follow(title).page();
        page.waitForLoadState();

        int tabs = 0;
        while (tabs < 20 && !focused(page, "#decide input")) {
            page.keyboard().press("Tab");
            tabs++;
            if (focused(page, "a.skip")) {
                page.keyboard().press("Enter");
            }
        }

        LOG.info("A decision: {} presses of Tab to the verdict", tabs);
        assertThat(tabs).isLessThanOrEqualTo(12);
    }

    @Test
    void aLeaderWhoLoggedInOnceMoreSeesTheButtonThatConfirmsIt() {
        var title = "Cache the signs of the till";
        staging.awaitingSignOff(title);
        Visitor elena = visitors.get("elena").awaits("/reviews", title).follow(title);
        Page page = elena.page();
        page.setViewportSize(1280, 900);
        elena.choose("Sign off").press("Record my decision").logInOnceMore();

        double end = bottom(elena.button("Confirm my decision").boundingBox());

        LOG.info("A confirmation: {} of 900 pixels", end);
        assertThat(page.evaluate("scrollY")).isEqualTo(0);
        assertThat(end).isLessThanOrEqualTo(900);
    }

    private static boolean focused(Page page, String selector) {
        return (boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private static double bottom(BoundingBox box) {
        return box.y + box.height;
    }

    private static double height(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
