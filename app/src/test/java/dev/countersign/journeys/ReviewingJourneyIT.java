package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** What a reviewer is shown and asked on the way to a verdict. */
class ReviewingJourneyIT extends TouredJourney {

    @Test
    void recordsWhatAReviewerOpenedAndAffirmedBesideTheVerdict() {
        var title = "Halve the retries of the till";
        var change = staging.inReview(title);
        var chloe = visitors.get("chloe").awaits("/reviews", title).follow(title);
        tour.look(chloe, "reviewing");
        chloe.open(chloe.path());
        chloe.find("[data-unread]").waitFor();
        assertThat(chloe.text()).contains("Not read on this visit:", "Who and what wrote it");
        chloe.find("[data-section='Who and what wrote it']").scrollIntoViewIfNeeded();
        chloe.find("[data-unread]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        chloe.whileRedrawn("/reviews/", () -> chloe.choose("Approve").choose("The old value is written down"));
        chloe.press("Record my decision");

        var dmitri = visitors.get("dmitri").awaits("/reviews", title).follow(title);
        dmitri.choose("Abstain").press("Record my decision");
        dmitri.fill("reason", "I know nothing of retries.").press("Record my decision");
        assertThat(dmitri.text()).contains("is on the record");
        assertThat(dmitri.open("/changes/" + change).text()).doesNotContain("The old value is written down");

        staging.approvesLast(change, "jonas");
        var ada = visitors.get("ada").open("/changes/" + change).tab("Conversation");
        assertThat(ada.text())
                .contains(
                        "Checklist: 1 of 3 ticked; not ticked: The new value was tried where it can do no harm",
                        "abstained",
                        "I know nothing of retries.")
                .doesNotContain("Sections not opened");
        tour.look(ada, "reviewed-change");
        tour.look(visitors.get("grace").open("/desk"), "desk-of-a-leader");
    }
}
