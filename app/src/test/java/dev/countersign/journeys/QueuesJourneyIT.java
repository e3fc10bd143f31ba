package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.local.RealStack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A change that nobody reviews in time: somebody is asked, its director is called and hands a claim to another. */
class QueuesJourneyIT extends TouredJourney {

    @Test
    void anOverdueReviewIsHandedToWhoWasAskedForIt() {
        var title = "Empty the queue of abandoned baskets";
        var dmitri = visitors.get("dmitri").open("/desk");
        var chloe = visitors.get("chloe").open("/desk");
        var elena = visitors.get("elena").open("/desk");
        var change = staging.inReview(title);
        var page = "/changes/" + change;

        var ada = visitors.get("ada").open(page);
        assertThat(ada.text()).contains("Who could review it", "unclaimed");
        ada.press("Ask Dmitri Volkov");
        assertThat(ada.text()).contains("You asked Dmitri Volkov", "by Ada Okafor", "is asked");
        tour.look(ada, "reviewers");
        dmitri.open("/reviews");
        assertThat(dmitri.text()).contains("You are asked for", "Ada Okafor asks you.");
        tour.look(dmitri, "reviews-asked");

        var task = "/reviews/" + staging.task(change);
        chloe.open(task).press("Claim");
        RealStack.shared().moveClock(Duration.ofHours(28));
        elena.awaits("/desk", "You are called as the director of the department.");
        tour.look(elena, "desk-called");
        elena.open(page);
        assertThat(elena.text()).contains("Overdue", "Reminded", "as the director of the department");
        tour.look(elena, "reviewers-overdue");
        elena.follow("Reassign it…");
        elena.find("#f-whom").waitFor();
        tour.look(elena, "reassign");
        elena.select("whom", "dmitri").press("Hand it over");
        assertThat(elena.text()).contains("One thing needs fixing");
        elena.fill("reason", "Chloe is on a train until tomorrow.").press("Hand it over");
        assertThat(elena.text()).contains("It is assigned.");
        elena.open("/desk");
        assertThat(elena.text()).doesNotContain(title);

        chloe.open("/desk");
        assertThat(chloe.text())
                .contains("Elena Marchetti gave your review of it to Dmitri Volkov: Chloe is on a train");
        tour.look(chloe, "desk-taken");
        dmitri.open("/reviews");
        assertThat(dmitri.text()).contains("Elena Marchetti gave it to you: Chloe is on a train");
        dmitri.open(task).choose("Approve").press("Record my decision");
        assertThat(dmitri.text()).contains("is on the record");
        chloe.open("/desk");
        assertThat(chloe.text()).doesNotContain("gave your review of it");
    }
}
