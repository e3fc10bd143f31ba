package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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
        chloe.find("[data-unopened]").waitFor();
        assertThat(chloe.text()).contains("Not opened on this visit: What changes, Why and how, Risk");
        chloe.find("details.section > summary").all().forEach(section -> {
            if (!section.innerText().contains("Rollback")) {
                section.click();
            }
        });
        chloe.find("[data-unopened] span:text-is('Rollback')").waitFor();
        chloe.whileRedrawn("/reviews/", () -> chloe.choose("Approve").choose("The old value is written down"));
        chloe.press("Record my decision");

        var dmitri = visitors.get("dmitri").awaits("/reviews", title).follow(title);
        dmitri.choose("Abstain").press("Record my decision");
        dmitri.fill("reason", "I know nothing of retries.").press("Record my decision");
        assertThat(dmitri.text()).contains("is on the record");
        assertThat(dmitri.open("/changes/" + change).text()).doesNotContain("The old value is written down");

        staging.approvesLast(change, "jonas");
        var ada = visitors.get("ada").open("/changes/" + change);
        assertThat(ada.text())
                .contains(
                        "Checklist: 1 of 3 affirmed; not: The new value was tried where it can do no harm",
                        "abstained",
                        "I know nothing of retries.")
                .doesNotContain("Sections not opened");
        tour.look(ada, "reviewed-change");
        tour.look(visitors.get("grace").open("/desk"), "desk-of-a-leader");
    }
}
