package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.countersign.changes.Status;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often somebody has to press anything until a change is on its way; the log has the figures. */
class PressesIT extends TouredJourney {

    private static final Logger LOG = LoggerFactory.getLogger(PressesIT.class);
    private static final String COUNTS =
            "addEventListener('pointerdown', () => sessionStorage.setItem('presses', 1 + Number(sessionStorage.getItem('presses'))), true)";

    @Test
    void fiveForAnAuthorThreeForAReviewerAndFourForADirector() {
        staging.approved("Halve the pool of the till");
        var title = "Halve the pool of the till again";
        var ada = counting(visitors.get("ada"))
                .open("/changes")
                .follow("New change")
                .follow("Halve the pool of the till");
        ada.fill("title", title).fill("commits", ChangeSheet.commit());
        ada.whileRedrawn(
                "/changes/new", () -> ada.find("#f-windowStart-in-an-hour").click());
        ada.whileRedrawn("/changes/new", () -> ada.find("#f-windowEnd-1-h").click());
        ada.press("Submit for review");
        var change = ada.path().substring("/changes/".length());
        staging.awaits(change, Status.IN_REVIEW);
        assertThat(presses("An author", ada)).isLessThanOrEqualTo(5);

        for (var name : new String[] {"chloe", "dmitri"}) {
            var reviewer = counting(visitors.get(name)).awaits("/reviews", title);
            reviewer.press("Claim Review of " + title).choose("Approve").press("Record my decision");
            assertThat(presses("A reviewer", reviewer)).isLessThanOrEqualTo(3);
        }
        staging.awaits(change, Status.SIGN_OFF);

        var elena = counting(visitors.get("elena")).awaits("/reviews", title);
        elena.press("Claim Sign-off of " + title).choose("Sign off").decide();
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
        assertThat(presses("A director", elena)).isLessThanOrEqualTo(4);
    }

    private static Visitor counting(Visitor visitor) {
        visitor.page().addInitScript(COUNTS);
        return visitor;
    }

    private static int presses(String who, Visitor visitor) {
        Page page = visitor.page();
        int presses = Integer.parseInt((String) page.evaluate("sessionStorage.getItem('presses')"));
        LOG.info("{} pressed {} times", who, presses);
        return presses;
    }
}
