package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Status;
import dev.countersign.gate.Pipeline;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class JourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Autowired
    Staging staging;

    private Visitors visitors;

    @BeforeEach
    void open() {
        visitors = Visitors.of(port);
        staging.addendum();
    }

    @AfterEach
    void hearsNoComplaintOfABrowser() {
        assertThat(visitors.complaints()).isEmpty();
    }

    @Test
    void engineerCarriesAChangeFromDraftToClosedWithFiveOtherPeople() {
        var ada = visitors.get("ada");
        var title = "Raise the payment timeout of checkout";
        var commit = ChangeSheet.commit();
        writesWithHelp(ada, title, commit);
        amendsWhatTheChecksFound(ada);
        var change = ada.path().replaceAll(".*(CHG-\\d+).*", "$1");

        decides(visitors.get("chloe"), title, "Claim Review of " + title, "Approve");
        decides(visitors.get("dmitri"), title, "Claim Review of " + title, "Approve");
        decides(visitors.get("elena"), title, "Claim Sign-off of " + title, "Sign off");
        decides(visitors.get("grace"), title, "Claim Escalation of " + title, "Approve");

        ada.open("/changes/" + change);
        assertThat(state(ada)).isEqualTo("Approved");
        assertThat(gate(commit)).isEqualTo("deny");
        RealStack.shared().moveClock(Duration.ofMinutes(130));
        assertThat(gate(commit)).isEqualTo("deny");
        turnsTheKey(visitors.get("chloe"), change);
        assertThat(gate(commit)).isEqualTo("allow");
        executes(ada);
        ada.awaits("/changes/" + change, "Awaiting outcome");
        ada.follow("Record outcome")
                .choose("Successful")
                .fill("notes", "No error for an hour.")
                .press("Record it");
        assertThat(state(ada)).isEqualTo("Closed");
    }

    private void writesWithHelp(Visitor ada, String title, String commit) {
        ada.open("/changes").follow("New change");
        new ChangeSheet(clock).fill(ada, title, "main");
        ada.choose("It changes a control plane").fill("steps-0-validation", "").press("Submit for review");
        assertThat(ada.text()).contains("One thing needs fixing", "A shortened SHA or a branch name can move.");
        assertThat(ada.value("title")).isEqualTo(title);
        assertThat(ada.value("windowStart")).isNotEmpty();

        ada.fill("commits", commit).press("Save as draft");
        assertThat(ada.text()).contains("Your draft is saved");
        ada.open("/changes?mine=true").follow(title);
        assertThat(ada.value("rollbackHow")).isEqualTo("Deploy the previous configuration");
        ada.press("Submit for review");
    }

    private void amendsWhatTheChecksFound(Visitor ada) {
        ada.find(".line .badge:has-text('Needs work')").waitFor();
        assertThat(ada.text()).contains("Every step says how one sees that it worked");
        ada.follow("Amend")
                .fill("steps-0-validation", "Error rate stays below 0.1 %")
                .press("Submit for review");
        ada.find(".line .badge:has-text('In review')").waitFor();
        assertThat(ada.text()).contains("What differs from revision 1", "Error rate stays below 0.1 %");
    }

    private static void decides(Visitor person, String title, String claim, String choice) {
        person.awaits("/reviews", title);
        person.press(claim);
        assertThat(person.text()).contains(title, "It is yours.");
        if (person.find("#pre-mortem").count() > 0) {
            person.choose(choice).press("Record my decision");
            assertThat(person.text()).contains("You can't approve", "without a pre-mortem");
            person.find("#pre-mortem").fill("The pool ran dry at noon.");
        }
        person.choose(choice);
        if (claim.startsWith("Claim Review")) {
            person.press("Record my decision");
        } else {
            person.decide();
        }
        assertThat(person.text()).contains("is on the record");
    }

    /** Before the window opens, in it, and once a second key is turned. */
    private String gate(String commit) {
        try (var pipeline = new Pipeline("http://localhost:" + port, RealStack.shared())) {
            return pipeline.ask("storefront/checkout", commit, "checkout-api", "production")
                    .text("decision");
        }
    }

    /** What steers other systems goes only while a second person stands by. */
    private static void turnsTheKey(Visitor person, String change) {
        person.open("/changes/" + change).press("Turn the second key");
        assertThat(person.text()).contains("The key is turned");
    }

    private void executes(Visitor ada) {
        ada.page().reload();
        ada.follow("Report execution")
                .fill("executedAt", ChangeSheet.typed(clock.instant()))
                .press("Report it");
        assertThat(state(ada)).isEqualTo("Baking");
        RealStack.shared().moveClock(Duration.ofMinutes(61));
    }

    @Test
    void reviewerDecidesWithoutSeeingTheOtherVerdictAndTheirRejectionEndsIt() {
        var title = "Double the pool of the cart store";
        var change = staging.inReview(title);
        var chloe = visitors.get("chloe");
        chloe.awaits("/reviews", title).press("Claim Review of " + title).press("Release the claim");
        chloe.press("Claim Review of " + title);
        chloe.choose("Reject").press("Record my decision");
        assertThat(chloe.text()).contains("Fill in “Reason”");
        chloe.fill("reason", "The pool is shared; this starves the order capture.")
                .press("Record my decision");

        var ben = visitors.get("ben");
        ben.awaits("/reviews", title);
        assertThat(ben.offers("Claim Review of " + title)).isFalse();

        var dmitri = visitors.get("dmitri");
        assertThat(dmitri.open("/changes/" + change).text()).doesNotContain("starves the order capture");
        decides(dmitri, title, "Claim Review of " + title, "Approve");
        dmitri.open("/changes/" + change);
        assertThat(state(dmitri)).isEqualTo("Rejected");
        assertThat(dmitri.text()).contains("starves the order capture");
    }

    @Test
    void directorSignsOffForTheirOwnDepartmentOnly() {
        var title = "Warm the caches of checkout";
        var change = staging.awaitingSignOff(title);
        var farid = visitors.get("farid");
        farid.open("/reviews");
        assertThat(farid.offers("Claim Sign-off of " + title)).isFalse();
        assertThat(farid.open("/reviews/" + staging.task(change)).offers("Record my decision"))
                .isFalse();

        decides(visitors.get("elena"), title, "Claim Sign-off of " + title, "Sign off");
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
    }

    @Test
    void vpDecidesWhatTheDirectorLeftForADay() {
        var title = "Replace the tax table";
        var change = staging.awaitingSignOff(title);
        RealStack.shared().moveClock(Duration.ofHours(25));
        staging.awaits(change, Status.ESCALATED);
        var grace = visitors.get("grace");
        grace.awaits("/reviews", title).press("Claim Escalation of " + title);
        grace.choose("Decline")
                .fill("reason", "The window collides with the sale.")
                .decide();
        assertThat(staging.status(change)).isEqualTo(Status.REJECTED);
    }

    @Test
    void vpProposesAnAddendumAndAnotherLeaderPutsItInForceOnEveryPage() {
        var grace = visitors.get("grace").open("/policy").follow("Propose an addendum");
        grace.fill("title", "Slow down before the sale").fill("reason", "The sale takes most orders of the year.");
        grace.fill("durationDays", "30").press("Propose it");
        assertThat(grace.text()).contains("Slow down before the sale", "Another VP or a director has to approve it");
        var hugo = visitors.get("hugo").open(grace.path());
        hugo.choose("Approve").decide();
        assertThat(hugo.text()).contains("day 1 of 30");
        var jonas = visitors.get("jonas").open("/changes");
        assertThat(jonas.find(".banner").allInnerTexts())
                .anyMatch(banner -> banner.contains("Slow down before the sale"));
    }

    @Test
    void systemOwnerFindsTheirSystemAndWhoAnswersForIt() {
        var jonas = visitors.get("jonas").open("/registry?text=checkout-api").follow("Checkout API");
        assertThat(jonas.text()).contains("Tier 1", "storefront/checkout", "Elena Marchetti", "Grace Lindqvist");
        onlyLogsOut(jonas);
        jonas.follow("Changes to it");
        assertThat(jonas.path()).isEqualTo("/changes?system=checkout-api");
    }

    @Test
    void auditorFollowsAChangeAndFindsNothingToWriteWith() {
        var title = "Rotate the keys of gift cards";
        var change = staging.awaitingSignOff(title);
        var ines = visitors.get("ines");
        ines.open("/changes/" + change);
        assertThat(ines.text()).contains(title, "Awaiting sign-off");
        onlyLogsOut(ines);
        ines.open("/journal?subject=" + change);
        assertThat(ines.text()).contains("Ada Okafor", "Chloe Laurent");
        onlyLogsOut(ines);
        assertThat(ines.status("/changes/new")).isEqualTo(403);
        assertThat(ines.status("/changes/" + change + "/withdrawal")).isEqualTo(403);
        assertThat(ines.status("/reviews")).isEqualTo(403);
    }

    private static void onlyLogsOut(Visitor person) {
        assertThat(person.find("form[method=post]").count()).isOne();
        assertThat(person.find("form[method=post]").getAttribute("action")).isEqualTo("/logout");
    }

    @Test
    void authorTakesAChangeBackBeforeItIsExecuted() {
        var title = "Drop the old coupon column";
        var change = staging.approved(title);
        var ada = visitors.get("ada").open("/changes/" + change).follow("Withdraw…");
        ada.fill("reason", "The column is read by the ledger.").press("Withdraw it");
        assertThat(state(ada)).isEqualTo("Withdrawn");
        assertThat(ada.mayFollow("Withdraw…")).isFalse();
        assertThat(ada.status("/changes/" + change + "/withdrawal")).isEqualTo(409);
    }

    private static String state(Visitor person) {
        return person.find(".line .badge").first().innerText().strip();
    }
}
