package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.Cast;
import dev.countersign.Leaders;
import dev.countersign.Personas;
import dev.countersign.changes.ChangePlan;
import dev.countersign.changes.Status;
import dev.countersign.local.OnRealStack;
import dev.countersign.local.RealStack;
import dev.countersign.policy.Demand;
import dev.countersign.policy.Fact;
import dev.countersign.policy.TypedRule;
import dev.countersign.reviews.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealStack
class AccessibilityIT {

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Clock clock;

    @Autowired
    Staging staging;

    private final Tour tour = new Tour();
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
    void shieldsNobodyFromThePagesOfAnAuthor() {
        var change = staging.approved("Shorten the queue of order confirmations");
        var red = staging.needingWork("Move the carts to the new store");
        staging.tellsWhoCommitted(change);
        staging.handsOver(red, "ada", "ben");
        var ada = visitors.get("ada");
        look(ada, "/desk", "desk-engineer");
        look(ada, "/changes", "changes");
        look(ada, "/changes?text=nothing-like-it", "changes-empty");
        ada.open("/changes?status=draft&status=approved")
                .find("summary:has-text('State')")
                .click();
        tour.look(ada, "changes-states");
        look(ada, "/changes?status=aproved", "changes-unknown-state");
        look(ada, "/identity/sessions", "sessions");
        look(ada, "/help", "help");
        look(ada, "/changes/new", "change-new");
        ada.whileRedrawn("/changes/new", () -> ada.select("aiInvolvement", "generated"));
        assertThat(ada.text()).contains("Who operated the AI tool");
        ada.press("Submit for review");
        tour.look(ada, "change-new-wrong");
        look(ada, "/changes/" + change, "change-approved");
        for (String tab : List.of("conversation", "revisions", "policy")) {
            look(ada, "/changes/" + change + "?tab=" + tab, "change-" + tab);
        }
        look(ada, "/changes/" + change + "/withdrawal", "change-withdrawal");
        look(ada, "/changes/" + change + "/transfer", "change-transfer");
        look(ada, "/changes/" + change + "/diagram", "diagram");
        look(ada, "/changes/" + red, "change-needs-work");
        look(ada, "/changes/" + red + "/edit", "change-amend");
        look(ada, "/changes/CHG-999999", "not-found");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfThoseWhoDecide() {
        var review = staging.inReview("Split the coupon table");
        var signOff = staging.awaitingSignOff("Trim the delivery promises");
        var chloe = visitors.get("chloe");
        look(chloe, "/desk", "desk-reviewer");
        look(chloe, "/reviews", "reviews");
        look(chloe, "/reviews/" + staging.task(review), "review");
        chloe.press("Record my decision");
        tour.look(chloe, "review-wrong");
        look(visitors.get("ben"), "/reviews/" + staging.task(review), "review-refused");
        var elena = visitors.get("elena");
        look(elena, "/reviews/" + staging.task(signOff), "sign-off");
        elena.choose("Sign off")
                .fill("comment", "Read it all.")
                .press("Record my decision")
                .logInOnceMore();
        tour.look(elena, "sign-off-confirm");
        look(elena, "/desk", "desk-director");
        look(elena, "/identity/passkeys", "passkeys-none");
        look(visitors.get("grace"), "/reviews", "reviews-vp");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfThoseWhoRead() {
        var change = staging.awaitingSignOff("Retire the old tax rules");
        var ines = visitors.get("ines");
        look(ines, "/desk", "desk-auditor");
        look(ines, "/journal", "journal");
        look(ines, "/journal/verify?subject=" + change, "journal-verify");
        look(ines, "/engine", "engine");
        look(ines, "/changes/" + change, "change-auditor");
        look(ines, "/changes/new", "forbidden");
        var jonas = visitors.get("jonas");
        look(jonas, "/desk", "desk-owner");
        look(jonas, "/registry", "registry");
        look(jonas, "/registry/checkout-api", "registry-system");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfThePolicy() {
        var grace = visitors.get("grace");
        look(grace, "/policy", "policy");
        look(
                grace,
                "/policy?system=checkout-api&kind=code&blast-radius=global&environment=production&data-mutation=true",
                "policy-tried");
        look(grace, "/policy?tab=versions", "policy-versions");
        look(grace, "/policy/addenda", "addenda");
        look(grace, "/policy/addenda/new", "addendum-new");
        look(grace, "/policy/addenda/ADD-000001", "addendum");
        look(grace, "/policy/addenda/ADD-000001/amendments/new", "addendum-amend");
        look(grace, "/policy/addenda/ADD-000001/report", "addendum-report");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfADraftOfThePolicy() {
        var review = staging.inReview("Widen the cache of prices");
        var draft = staging.draft("Two reviews at night");
        var jonas = visitors.get("jonas");
        look(jonas, "/policy/drafts", "drafts");
        look(jonas, "/policy/drafts/new", "draft-new");
        look(jonas, "/policy/drafts/" + draft, "draft");
        look(jonas, "/policy/drafts/" + draft + "/edit", "draft-edit");
        jonas.find("summary:has-text('base-one-review')").click();
        jonas.find("#rule-0-tier").fill("now()");
        tour.look(jonas, "draft-edit-open");
        jonas.find(".actions button[value=save]").click();
        jonas.find("#problems").waitFor();
        tour.look(jonas, "draft-edit-wrong");
        look(jonas, "/policy/drafts/" + draft + "/propose", "draft-propose");
        look(jonas, "/policy/drafts/" + draft + "/replay", "draft-replay");
        staging.propose(draft);
        var elena = visitors.get("elena");
        look(elena, "/policy/drafts/" + draft, "draft-decide");
        look(elena, "/policy/drafts/" + draft + "/diagram", "draft-diagram");
        look(elena, "/desk", "desk-leader-policy");
        look(visitors.get("ines"), "/policy", "policy-auditor");
        look(elena, "/changes/" + review + "/judgement", "judgement-refused");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfTheRegistry() {
        var jonas = visitors.get("jonas");
        look(jonas, "/registry?tier=1&consumerFacing=true", "registry-filtered");
        look(jonas, "/registry?text=nothing-like-it", "registry-empty");
        look(jonas, "/registry/login-api", "registry-circle");
        look(jonas, "/registry/yard-events", "registry-overridden");
        look(jonas, "/registry/new", "registry-new");
        jonas.press("Propose it");
        tour.look(jonas, "registry-new-wrong");
        look(jonas, "/registry/cart-console/edit", "registry-edit");
        look(jonas, "/registry/cart-console/override", "registry-override");
        look(jonas, "/registry/organisation", "registry-organisation");
        look(jonas, "/registry/departments/checkout/edit", "registry-department");
        look(jonas, "/registry/incidents", "registry-incidents");
        look(jonas, "/registry/incidents/INC-000001", "registry-incident");
        look(jonas, "/registry/incidents/new?system=cart-api", "registry-incident-new");
        look(jonas, "/registry/imports", "registry-import");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfAnEdit() {
        var jonas = visitors.get("jonas").open("/registry/imports");
        jonas.page().fill("#text", "key,name,colour\ncart-console,Cart,red\n");
        jonas.press("Show what it would change");
        tour.look(jonas, "registry-import-bad");
        jonas.page()
                .fill(
                        "#text",
                        "key,team\ncart-console,Cart crew %d\n"
                                .formatted(clock.instant().toEpochMilli()));
        jonas.press("Show what it would change");
        tour.look(jonas, "registry-import-fine");
        jonas.press("Propose all of it");
        tour.look(jonas, "registry-proposal-own");
        var elena = visitors.get("elena");
        look(elena, jonas.path(), "registry-proposal");
        look(elena, "/registry/proposals", "registry-proposals");
        look(elena, "/desk", "desk-registry");
        elena.open(jonas.path()).choose("Approve").press("Record my decision");
        tour.look(elena, "registry-proposal-approved");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfASecondKey() {
        var cast = Cast.in(beans);
        var id = cast.escalated();
        cast.decides(Personas.GRACE, id, ChangePlan.ESCALATION, Answer.APPROVE);
        cast.passed(id, "schedule-change");
        RealStack.shared().moveClock(Duration.ofMinutes(65));
        var hugo = visitors.get("hugo");
        look(hugo, "/desk", "desk-key");
        look(hugo, "/changes/" + id, "key-wanted");
        hugo.press("Turn the second key");
        tour.look(hugo, "key-turned");
        look(visitors.get("ada"), "/changes/" + id, "key-author");
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void shieldsNobodyFromThePagesOfAnotherPolicy() {
        var id = Cast.in(beans).inReview(Personas.ADA, Cast.in(beans).document());
        var leaders = Leaders.in(beans);
        leaders.decide(new TypedRule(
                "code-signed",
                "Code is signed off and watched for longer.",
                Map.of(Fact.KIND, "code"),
                Map.of(Demand.DIRECTOR_SIGN_OFF, "true", Demand.SECOND_KEY, "true", Demand.BAKE_MINUTES, "240")));
        try {
            var elena = visitors.get("elena");
            look(elena, "/changes/" + id + "/judgement", "judgement");
            var draft = staging.draft("Two reviews at night");
            staging.propose(draft);
            staging.approve(draft);
            look(elena, "/policy", "policy-coming");
            look(elena, "/policy/drafts/" + draft, "draft-approved");
            elena.page().fill("#f-reason", "It would stop the season's work.");
            elena.press("Withdraw it").logInOnceMore();
            tour.look(elena, "draft-leaving-confirm");
            elena.press("Confirm that I withdraw it");
            tour.look(elena, "draft-leaving");
            var farid = visitors.get("farid");
            look(farid, "/desk", "desk-leaving");
            farid.open("/policy/drafts/" + draft).press("Withdraw it");
            tour.look(farid, "draft-leaving-wrong");
            farid.page().fill("#f-reason", "It would stop the season's work.");
            farid.press("Withdraw it").logInOnceMore().press("Confirm that I withdraw it");
            tour.look(farid, "draft-withdrawn");
        } finally {
            leaders.reinstate();
        }
        assertThat(tour.findings()).isEmpty();
    }

    private void look(Visitor visitor, String path, String name) {
        tour.look(visitor.open(path), name);
    }

    @Test
    void submitsReviewsAndSignsOffByTheKeyboardAlone() {
        var title = "Written without touching a mouse";
        var jonas = visitors.get("jonas").open("/changes");
        new Keys(jonas).enter("New change");
        jonas.find("#f-title").waitFor();
        new ChangeSheet(clock).type(jonas, title);
        jonas.find(".line .badge:has-text('In review')").waitFor();
        decides("chloe", title, "Claim Review of " + title);
        decides("dmitri", title, "Claim Review of " + title);
        decides("elena", title, "Claim Sign-off of " + title, "#password");
        assertThat(jonas.open("/changes?text=Written+without").text()).contains(Status.APPROVED.label());
    }

    private void decides(String name, String title, String claim, String... asked) {
        var person = visitors.get(name).awaits("/reviews", title);
        new Keys(person).enter(claim);
        person.find("text=It is yours.").waitFor();
        var keys = new Keys(person).to("input[type=radio]");
        keys.press("Space").enter("Record my decision");
        for (String password : asked) {
            person.find(password).waitFor();
            person.find(password).focus();
            person.letTheSecondPass();
            keys.type(name).press("Enter");
            person.find("text=Nothing is recorded yet").waitFor();
            keys.enter("Confirm my decision");
        }
        person.find("text=is on the record").waitFor();
    }

    @Test
    void submitsAndReviewsWithoutScript() {
        var title = "Written in a browser without script";
        var jonas = visitors.withoutScript("jonas").logIn().open("/changes/new");
        new ChangeSheet(clock, ZoneOffset.UTC).fill(jonas, title, ChangeSheet.commit());
        jonas.press("Submit for review");
        var change = jonas.path().substring("/changes/".length());
        staging.awaits(change, Status.IN_REVIEW);
        assertThat(jonas.find("a[href='https://ci.example/42']").innerText()).isEqualTo("Build 42 (ci.example)");
        for (var name : new String[] {"chloe", "dmitri"}) {
            var person = visitors.withoutScript(name).logIn();
            person.awaits("/reviews", title).press("Claim Review of " + title);
            person.choose("Approve").press("Record my decision");
            assertThat(person.text()).contains("is on the record");
        }
        staging.awaits(change, Status.SIGN_OFF);
    }
}
