package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Status;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An author who edits what was approved, and the people who approved it. */
class EditingJourneyIT extends TouredJourney {

    @Test
    void authorRewordsAnApprovedChangeThenEditsItAndThoseWhoApprovedDoSoAgain() {
        var title = "Raise the payment timeout of the till";
        var change = staging.approved(title);
        rewords(change, title);
        edits(change);

        var chloe = visitors.get("chloe");
        chloe.awaits("/reviews", title).follow(title);
        assertThat(chloe.text())
                .contains("You approved revision 1", "What differs since you approved revision 1", "payment-5xx");
        tour.look(chloe, "reaffirm");
        chloe.press("Approve it again");
        assertThat(chloe.text()).contains("Your approval of " + change + " is on the record again.");

        var dmitri = visitors.get("dmitri").awaits("/reviews", title).follow(title);
        assertThat(dmitri.text()).doesNotContain("Re-affirms");
        dmitri.press("Approve it again");
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
        directorDoesSoToo(change, title);
        var ada = visitors.get("ada").open("/changes/" + change).tab("Conversation");
        assertThat(ada.text()).contains("Re-affirms the approval of revision 1", "void: about an earlier text");
        tour.look(ada, "edited-change");
        copies(ada, change);
        tour.look(visitors.get("grace").open("/policy?tab=edits"), "policy-material");
    }

    private void copies(Visitor ada, String change) {
        ada.openNewChange();
        assertThat(ada.find("nav:has-text('Start from one of your last changes') a")
                        .first()
                        .getAttribute("href"))
                .contains("/changes/new?from=CHG-");
        tour.look(ada, "change-beginnings");
        ada.open("/changes/" + change).follow("Copy as new change");
        assertThat(ada.text()).contains("This is a copy of " + change);
        assertThat(ada.value("alarms")).isEqualTo("checkout-error-rate, payment-5xx");
        assertThat(List.of("title", "commits", "windowStart", "windowEnd"))
                .allMatch(field -> ada.value(field).isEmpty());
        assertThat(ada.find("#forecast").innerText()).contains("2 reviews", "would pass");
        ada.whileRedrawn("/changes/new", () -> ada.choose("Global"));
        assertThat(ada.find("#forecast").innerText())
                .contains("A change that reaches beyond one zone goes out in waves");
        followsWhatIsTyped(ada);
        ada.whileRedrawn(
                "/changes/new", () -> ada.find("#f-windowStart-in-an-hour").click());
        ada.whileRedrawn("/changes/new", () -> ada.find("#f-windowEnd-1-h").click());
        assertThat(Duration.between(
                        LocalDateTime.parse(ada.value("windowStart")), LocalDateTime.parse(ada.value("windowEnd"))))
                .isEqualTo(Duration.ofHours(1));
        assertThat(ada.value("alarms")).isEqualTo("checkout-error-rate, payment-5xx");
        tour.look(ada, "change-copied");
    }

    private static void followsWhatIsTyped(Visitor ada) {
        var alarms = ada.value("alarms");
        var missing = ada.find("#forecast li:has-text('The alarms that would show trouble are named')");
        ada.fill("alarms", "");
        missing.first().waitFor();
        ada.fill("alarms", alarms);
        ada.find("#forecast:has-text('Likely reviewers'):not(:has-text('Ada Okafor'))")
                .waitFor();
    }

    private void directorDoesSoToo(String change, String title) {
        var elena = visitors.get("elena").awaits("/reviews", title).follow(title);
        elena.press("Approve it again").logInOnceMore();
        assertThat(elena.text()).contains("Nothing is recorded yet");
        assertThat(staging.status(change)).isEqualTo(Status.SIGN_OFF);
        elena.press("Approve it again");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
    }

    private void rewords(String change, String title) {
        var ada = visitors.get("ada").open("/changes/" + change).follow("Edit…");
        assertThat(ada.value("title")).isEqualTo(title);
        assertThat(ada.text())
                .contains("Their decisions stay if you edit only Title or Why, as long as at most a quarter");
        ada.fill("why", "Orders time out when the provider is slow.").press("Submit the edit");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
        assertThat(ada.text()).contains("Revision 2 only rewords revision 1", "What differs from revision 1");
        tour.look(ada, "reworded-change");
    }

    private void edits(String change) {
        var ada = visitors.get("ada").open("/changes/" + change).follow("Edit…");
        ada.fill("alarms", "checkout-error-rate, payment-5xx").press("Submit the edit");
        assertThat(ada.text()).contains("You edited Alarms.", "Nothing is submitted yet.");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
        tour.look(ada, "edit-voids");
        ada.press("Submit and void the decisions");
        staging.awaits(change, Status.IN_REVIEW);
    }

    @Test
    void authorSaysWhichOfTwoTimesIsMeantOnTheirOwnClocks() {
        var ada = visitors.fresh("ada").open("/changes/new");
        ada.enterPassword();
        assertThat(ada.find("#f-windowStart-zone").innerText()).isEqualTo("Europe/Madrid");
        assertThat(ada.find("footer").innerText()).contains("Times are in Europe/Madrid.");
        ada.fill("title", "In the night when the clocks go back");
        ada.fill("windowStart", "2027-10-31T02:30");
        ada.whileRedrawn("/changes/new", () -> ada.find("#f-windowEnd").focus());
        ada.choose("The second 02:30 (UTC+1)");
        tour.look(ada, "twice");
        ada.press("Save as draft");
        assertThat(ada.value("title")).isEqualTo("In the night when the clocks go back");
        assertThat(ada.value("windowStart")).isEqualTo("2027-10-31T02:30");
        assertThat(ada.find("#f-windowStart-which-second").isChecked()).isTrue();
        ada.whileRedrawn("/edit", () -> {
            ada.fill("windowStart", "2027-03-28T03:00");
            ada.find("#f-windowEnd").focus();
        });
        assertThat(ada.find("#f-windowStart-which-second").count()).isZero();
        ada.fill("windowStart", "2027-03-28T02:30").press("Save as draft");
        assertThat(ada.text()).contains("go from 02:00 straight to 03:00 on 28 Mar 2027");
        tour.look(ada, "skipped");
    }
}
